package dev.weft.net.netfilter.table;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Changes to a table that come into force all at once, by [Table#commit], or never (iptables: libiptc).
///
/// What cannot be done throws a [KernelError] with the errno of libiptc and changes nothing.
public final class TableEdit {
    private final TableRules before;
    private final Map<String, Chain> base;
    private final Map<String, Chain> user;
    private final Map<String, List<Rule>> touched = new HashMap<>();
    private final Map<String, Integer> references = new HashMap<>();
    private final List<Runnable> zeroing = new ArrayList<>(0);
    private final Set<String> policies = new HashSet<>();
    private boolean referencesCounted;
    private boolean changed;
    private boolean keepsPolicyCounters = true;

    TableEdit(TableRules before) {
        this.before = before;
        base = new LinkedHashMap<>(before.base());
        user = new TreeMap<>(before.user());
    }

    public TableKind kind() {
        return before.kind();
    }

    /// Do policies keep their counters? By iptables of the legacy kind they lose them with every change.
    public void keepPolicyCounters(boolean keep) {
        keepsPolicyCounters = keep;
    }

    /// Is there anything to commit?
    public boolean isChanged() {
        return changed;
    }

    // ---- chains

    public boolean hasChain(String name) {
        return base.containsKey(name) || user.containsKey(name);
    }

    public boolean isBase(String name) {
        return base.containsKey(name);
    }

    public List<String> userChains() {
        return new ArrayList<>(user.keySet());
    }

    public List<String> chains() {
        List<String> names = new ArrayList<>(base.keySet());
        names.addAll(user.keySet());
        return names;
    }

    /// @throws KernelError `EEXIST`
    public void newChain(String name) {
        if (hasChain(name)) {
            throw new KernelError(Errno.EEXIST);
        }
        user.put(name, new Chain(name, null, null, List.of()));
        changed = true;
    }

    /// @throws KernelError `ENOENT`, `EINVAL` for a base chain, `EMLINK` when rules jump to it, `ENOTEMPTY`
    public void deleteChain(String name) {
        find(name);
        if (isBase(name)) {
            throw new KernelError(Errno.EINVAL);
        }
        if (references(name) > 0) {
            throw new KernelError(Errno.EMLINK);
        }
        if (!rules(name).isEmpty()) {
            throw new KernelError(Errno.ENOTEMPTY);
        }
        user.remove(name);
        touched.remove(name);
        changed = true;
    }

    /// @throws KernelError `EEXIST`, or `ENOENT` when there is no such chain of a user's
    public void renameChain(String from, String to) {
        if (hasChain(to)) {
            throw new KernelError(Errno.EEXIST);
        }
        if (!user.containsKey(from)) {
            throw new KernelError(Errno.ENOENT);
        }
        List<Rule> rules = rules(from);
        for (String name : chains()) {
            redirect(name, from, to);
        }
        changed = true;
        user.remove(from);
        user.put(to, new Chain(to, null, null, List.of()));
        List<Rule> current = touched.remove(from);
        touched.put(to, current != null ? current : new ArrayList<>(rules));
        Integer count = references.remove(from);
        references.put(to, count == null ? 0 : count);
    }

    private void redirect(String name, String from, String to) {
        List<Rule> rules = rules(name);
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.action() instanceof Action.Jump(String chain, boolean isGoto) && chain.equals(from)) {
                Rule moved = new Rule(rule.basics(), rule.matches(), new Action.Jump(to, isGoto));
                moved.counters(rule.packets(), rule.bytes());
                changeable(name).set(i, moved);
            }
        }
    }

    public int references(String name) {
        countReferences();
        return references.getOrDefault(name, 0);
    }

    /// @throws KernelError `ENOENT` when there is no such base chain
    public void policy(String name, Policy policy) {
        Chain chain = base.get(name);
        if (chain == null) {
            throw new KernelError(Errno.ENOENT);
        }
        base.put(name, new Chain(name, chain.hook(), policy, chain.rules()));
        policies.add(name);
        changed = true;
    }

    // ---- rules

    public List<Rule> rules(String name) {
        List<Rule> changed = touched.get(name);
        return changed != null
                ? Collections.unmodifiableList(changed)
                : find(name).rules();
    }

    public void append(String name, Rule rule) {
        insert(name, rule, rules(name).size());
    }

    /// @param index from 0 on
    /// @throws KernelError `E2BIG` when the chain is shorter; `EINVAL` when the rule jumps to a base chain
    public void insert(String name, Rule rule, int index) {
        if (index > rules(name).size()) {
            throw new KernelError(Errno.E2BIG);
        }
        checkJump(rule);
        changeable(name).add(index, rule);
        count(rule, 1);
    }

    /// @throws KernelError `E2BIG`, `EINVAL` as [#insert]
    public void replace(String name, Rule rule, int index) {
        if (index >= rules(name).size()) {
            throw new KernelError(Errno.E2BIG);
        }
        checkJump(rule);
        count(rule, 1);
        count(changeable(name).set(index, rule), -1);
    }

    /// @throws KernelError `E2BIG`
    public void delete(String name, int index) {
        if (index >= rules(name).size()) {
            throw new KernelError(Errno.E2BIG);
        }
        count(changeable(name).remove(index), -1);
    }

    /// Where the first rule stands that is the same but for its counters; -1 when there is none.
    public int find(String name, Rule wanted) {
        List<Rule> rules = rules(name);
        String text = wanted.toString();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.basics().equals(wanted.basics())
                    && rule.matches().size() == wanted.matches().size()
                    && rule.toString().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    public void flush(String name) {
        rules(name).forEach(rule -> count(rule, -1));
        touched.put(find(name).name(), new ArrayList<>());
        changed = true;
    }

    /// Sets all counters of a chain to zero, its policy's too.
    public void zero(String name) {
        Policy policy = find(name).policy();
        changed = true;
        if (policy != null) {
            zeroing.add(policy::zero);
        }
        for (Rule rule : rules(name)) {
            zeroing.add(() -> rule.counters(0, 0));
        }
    }

    /// @throws KernelError `E2BIG`
    public void zero(String name, int index) {
        List<Rule> rules = rules(name);
        if (index >= rules.size()) {
            throw new KernelError(Errno.E2BIG);
        }
        Rule rule = rules.get(index);
        changed = true;
        zeroing.add(() -> rule.counters(0, 0));
    }

    // ---- the end

    /// The table as it would be.
    public TableRules snapshot() {
        Map<String, Chain> bases = new LinkedHashMap<>(base);
        Map<String, Chain> users = new TreeMap<>(user);
        touched.forEach((name, rules) -> {
            Map<String, Chain> chains = bases.containsKey(name) ? bases : users;
            chains.computeIfPresent(name, (n, chain) -> chain.with(List.copyOf(rules)));
        });
        return new TableRules(before.family(), before.kind(), bases, users);
    }

    TableRules result() {
        if (!keepsPolicyCounters) {
            base.replaceAll((name, chain) -> policies.contains(name) ? chain : chain.withoutCounters());
        }
        return snapshot();
    }

    void committed() {
        zeroing.forEach(Runnable::run);
    }

    private Chain find(String name) {
        Chain chain = base.get(name);
        if (chain == null) {
            chain = user.get(name);
        }
        if (chain == null) {
            throw new KernelError(Errno.ENOENT);
        }
        return chain;
    }

    private List<Rule> changeable(String name) {
        changed = true;
        return touched.computeIfAbsent(name, n -> new ArrayList<>(find(n).rules()));
    }

    private void checkJump(Rule rule) {
        if (rule.action() instanceof Action.Jump jump) {
            if (isBase(jump.chain())) {
                throw new KernelError(Errno.EINVAL);
            }
            if (!user.containsKey(jump.chain())) {
                throw new KernelError(Errno.ENOENT);
            }
        }
    }

    private void count(@Nullable Rule rule, int change) {
        if (referencesCounted && rule != null && rule.action() instanceof Action.Jump jump) {
            references.merge(jump.chain(), change, Integer::sum);
        }
    }

    /// Only few changes ask who jumps where.
    private void countReferences() {
        if (!referencesCounted) {
            referencesCounted = true;
            for (String name : chains()) {
                rules(name).forEach(rule -> count(rule, 1));
            }
        }
    }
}
