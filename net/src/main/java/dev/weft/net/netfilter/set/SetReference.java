package dev.weft.net.netfilter.set;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;

/// A rule's reference to a set and the parts of a packet that it looks up: `NAME src,dst` (iptables: `struct
/// xt_set_info`). While a rule is in force its set cannot be destroyed.
public final class SetReference {
    private static final int LONGEST_NAME = 31;
    private static final int MOST_PARTS = 6;

    private final String name;
    private final int parts;
    private final int sources;
    private final SetQuery query;
    private int index = -1;

    private SetReference(String name, int parts, int sources) {
        this.name = name;
        this.parts = parts;
        this.sources = sources;
        this.query = SetQuery.of(parts, sources);
    }

    /// Reads the two arguments of `option`.
    public static SetReference read(RuleDraft rule, String option, OptionInput input) {
        String name = input.argument();
        String flags = input.nextWord();
        if (flags == null) {
            throw XtablesError.parameter("--" + option + " requires two args.");
        }
        if (name.length() > LONGEST_NAME) {
            throw XtablesError.parameter("setname `" + name + "' too long, max " + LONGEST_NAME + " characters.");
        }
        IpSet set = Sets.of(rule.namespace()).find(name);
        if (set == null) {
            throw XtablesError.parameter("Set " + name + " doesn't exist.\n");
        }
        boolean ip6 = rule.family() == HookFamily.IPV6;
        boolean anyFamily = set.type() == SetType.LIST_SET || set.type() == SetType.BITMAP_PORT;
        if (!anyFamily && set.isIp6() != ip6) {
            throw XtablesError.parameter("The protocol family of set " + name + " is " + (ip6 ? "IPv4" : "IPv6")
                    + ", which is not applicable.\n");
        }
        return parts(name, flags);
    }

    private static SetReference parts(String name, String flags) {
        int sources = 0;
        int count = 0;
        for (String flag : flags.split(",")) {
            if (count == MOST_PARTS) {
                throw XtablesError.parameter("Can't be more src/dst options than " + MOST_PARTS + ".");
            }
            if (flag.equals("src")) {
                sources |= 1 << count;
            } else if (!flag.equals("dst")) {
                throw XtablesError.parameter("You must spefify (the comma separated list of) 'src' or 'dst'.");
            }
            count++;
        }
        return new SetReference(name, count, sources);
    }

    /// What is asked of the set when nothing more is said.
    public SetQuery query() {
        return query;
    }

    public int parts() {
        return parts;
    }

    public int sources() {
        return sources;
    }

    /// Which set it is while the rule is in force.
    public IpSet set(HookState state) {
        return Sets.of(state.namespace()).at(index);
    }

    /// The rule comes into force.
    public void enter(NetNamespace namespace) {
        int held = Sets.of(namespace).hold(name);
        if (held < 0) {
            throw new KernelError(Errno.ENOENT);
        }
        index = held;
    }

    /// The rule is no longer in force.
    public void leave(NetNamespace namespace) {
        Sets.of(namespace).release(index);
    }

    /// `NAME src,dst`
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < parts; i++) {
            text.append(i == 0 ? ' ' : ',').append((sources & 1 << i) != 0 ? "src" : "dst");
        }
        return text.toString();
    }
}
