package dev.weft.net.netfilter.iptables;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.netfilter.table.Action;
import dev.weft.net.netfilter.table.AddressMask;
import dev.weft.net.netfilter.table.Policy;
import dev.weft.net.netfilter.table.Rule;
import dev.weft.net.netfilter.table.TableEdit;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Does to a table what an order says (iptables: `do_command4`); it comes into force when the table is committed.
final class Executor {
    private final Tool tool;
    private final TableEdit edit;
    private final Output output;

    Executor(Tool tool, TableEdit edit, Output output) {
        this.tool = tool;
        this.edit = edit;
        this.output = output;
    }

    /// @return null when all went well, else what was in the way
    @Nullable
    Refusal run(Order order) {
        Refusal refusal = null;
        for (Verb verb : order.verbs()) {
            Refusal next = run(verb, order);
            refusal = refusal == null ? next : refusal;
        }
        return refusal;
    }

    private @Nullable Refusal run(Verb verb, Order order) {
        try {
            return switch (verb) {
                case APPEND, INSERT, REPLACE, DELETE, CHECK -> rule(verb, order);
                case DELETE_NUMBER -> deleteNumber(order);
                case FLUSH -> flush(order);
                case ZERO -> zero(order);
                case ZERO_NUMBER -> zeroNumber(order);
                case NEW_CHAIN -> newChain(order);
                case DELETE_CHAIN -> deleteChains(order);
                case RENAME_CHAIN -> {
                    edit.renameChain(order.theChain(), order.newName());
                    yield null;
                }
                case SET_POLICY -> policy(order);
                case LIST, LIST_RULES -> null;
            };
        } catch (KernelError error) {
            return refusal(verb, order, error.errno());
        }
    }

    private Refusal refusal(Verb verb, Order order, Errno errno) {
        if (!tool.isLegacy()) {
            return NftWords.refusal(verb, order, errno, edit);
        }
        return switch (verb) {
            case INSERT -> errno == Errno.E2BIG ? Refusal.of("Index of insertion too big") : Refusal.of(errno);
            case REPLACE -> errno == Errno.E2BIG ? Refusal.of("Index of replacement too big") : Refusal.of(errno);
            case DELETE_NUMBER -> errno == Errno.E2BIG ? Refusal.of("Index of deletion too big") : Refusal.of(errno);
            case ZERO_NUMBER -> errno == Errno.E2BIG ? Refusal.of("Index of counter too big") : Refusal.of(errno);
            case NEW_CHAIN -> errno == Errno.EEXIST ? Refusal.of("Chain already exists") : Refusal.of(errno);
            default -> Refusal.of(errno);
        };
    }

    // ---- rules

    private @Nullable Refusal rule(Verb verb, Order order) {
        Action action = action(order);
        List<Rule> rules = rules(order, action);
        String chain = order.theChain();
        if (!edit.hasChain(chain)) {
            return verb == Verb.CHECK || verb == Verb.DELETE ? NO_RULE : Refusal.of(Errno.ENOENT);
        }
        for (Rule rule : rules) {
            if (order.isVerbose()) {
                output.out(Listing.verboseLine(rule));
            }
            switch (verb) {
                case APPEND -> edit.append(chain, rule);
                case INSERT -> edit.insert(chain, rule, order.number() - 1);
                case REPLACE -> edit.replace(chain, rule, order.number() - 1);
                default -> {
                    int at = edit.find(chain, rule);
                    if (at < 0) {
                        return NO_RULE;
                    }
                    if (verb == Verb.DELETE) {
                        edit.delete(chain, at);
                    }
                }
            }
        }
        return null;
    }

    private static final Refusal NO_RULE = Refusal.of("Bad rule (does a matching rule exist in that chain?)");

    private Action action(Order order) {
        String jump = order.jump();
        Target target = order.target();
        boolean isChain = edit.hasChain(jump);
        if (target != null && isChain) {
            output.err("Warning: using chain " + jump + ", not extension\n");
        } else if (target != null) {
            return new Action.Run(target);
        }
        if (jump.isEmpty()) {
            return Action.NONE;
        }
        if (isChain) {
            return new Action.Jump(jump, order.isGoto());
        }
        if (order.isGoto()) {
            throw XtablesError.parameter("goto '" + jump + "' is not a chain");
        }
        return switch (jump) {
            case "ACCEPT" -> Action.ACCEPT;
            case "DROP" -> Action.DROP;
            case "RETURN" -> Action.RETURN;
            default ->
                throw XtablesError.parameter(
                        tool.isLegacy()
                                ? "Couldn't load target `" + jump + "':No such file or directory\n"
                                : "Chain '" + jump + "' does not exist");
        };
    }

    private static List<Rule> rules(Order order, Action action) {
        List<Rule> rules = new ArrayList<>(1);
        for (AddressMask source : order.sources()) {
            for (AddressMask destination : order.destinations()) {
                Rule rule = new Rule(order.rule().with(source, destination), order.matches(), action);
                rule.counters(order.packets(), order.bytes());
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable Refusal deleteNumber(Order order) {
        edit.delete(order.theChain(), order.number() - 1);
        return null;
    }

    // ---- chains

    private List<String> chains(Order order) {
        String named = order.chain();
        return named == null ? edit.chains() : List.of(named);
    }

    private @Nullable Refusal flush(Order order) {
        for (String chain : chains(order)) {
            if (edit.hasChain(chain) && order.isVerbose()) {
                output.out("Flushing chain `" + chain + "'\n");
            }
            edit.flush(chain);
        }
        return null;
    }

    private @Nullable Refusal zero(Order order) {
        for (String chain : chains(order)) {
            if (order.isVerbose()) {
                output.out("Zeroing chain `" + chain + "'\n");
            }
            edit.zero(chain);
        }
        return null;
    }

    private @Nullable Refusal zeroNumber(Order order) {
        edit.zero(order.theChain(), order.number() - 1);
        return null;
    }

    private @Nullable Refusal newChain(Order order) {
        edit.newChain(order.theChain());
        return null;
    }

    private @Nullable Refusal deleteChains(Order order) {
        String named = order.chain();
        if (named != null) {
            deleteChain(named, order);
            return null;
        }
        Refusal refusal = null;
        for (String chain : edit.userChains()) {
            try {
                deleteChain(chain, order);
            } catch (KernelError error) {
                refusal = refusal(Verb.DELETE_CHAIN, order, error.errno());
            }
        }
        return refusal;
    }

    private void deleteChain(String chain, Order order) {
        if (order.isVerbose()) {
            output.out("Deleting chain `" + chain + "'\n");
        }
        edit.deleteChain(chain);
    }

    private @Nullable Refusal policy(Order order) {
        return policy(edit, order.theChain(), order.policy(), order.packets(), order.bytes());
    }

    static @Nullable Refusal policy(TableEdit edit, String chain, String word, long packets, long bytes) {
        if (!edit.isBase(chain)) {
            return Refusal.of("Bad built-in chain name");
        }
        if (!word.equals("ACCEPT") && !word.equals("DROP")) {
            return Refusal.of("Bad policy name");
        }
        edit.policy(chain, new Policy(Verdict.valueOf(word), packets, bytes));
        return null;
    }
}
