package dev.weft.net.netfilter.iptables;

import dev.weft.core.errno.Errno;
import dev.weft.net.netfilter.table.TableEdit;

/// What `iptables-nft` says where it differs: the kernel's nf_tables refuses in other places and with other errnos.
final class NftWords {
    /// The status of what nf_tables itself refuses.
    private static final int REFUSED = 4;

    private NftWords() {}

    static Refusal refusal(Verb verb, Order order, Errno errno, TableEdit edit) {
        String chain = order.chain() == null ? "" : order.chain();
        return switch (verb) {
            case DELETE_CHAIN ->
                errno == Errno.EMLINK || errno == Errno.ENOTEMPTY
                        ? busy(offender(order, edit))
                        : Refusal.of(Errno.ENOENT);
            case APPEND, INSERT, REPLACE ->
                errno == Errno.EINVAL
                        ? rule(verb, "Operation not supported", chain)
                        : errno == Errno.E2BIG
                                ? Refusal.of(
                                        verb == Verb.INSERT
                                                ? "Index of insertion too big"
                                                : "Index of replacement too big")
                                : Refusal.of(errno);
            case DELETE_NUMBER -> errno == Errno.E2BIG ? Refusal.of("Index of deletion too big") : Refusal.of(errno);
            case ZERO_NUMBER -> errno == Errno.E2BIG ? Refusal.of("Index of counter too big") : Refusal.of(errno);
            case NEW_CHAIN -> errno == Errno.EEXIST ? Refusal.of("Chain already exists") : Refusal.of(errno);
            default -> Refusal.of(errno);
        };
    }

    /// A rule that an extension or the search for loops refuses when the change is to come into force.
    static Refusal committed(Order order, Errno errno) {
        Verb verb = order.verbs().iterator().next();
        String text = errno == Errno.ELOOP ? Errno.EMLINK.text() : errno.text();
        return rule(verb, text, order.chain() == null ? "" : order.chain());
    }

    private static Refusal rule(Verb verb, String why, String chain) {
        return new Refusal("RULE_" + verb + " failed (" + why + "): rule in chain " + chain, REFUSED);
    }

    private static Refusal busy(String chain) {
        return new Refusal("CHAIN_DEL failed (Device or resource busy): chain " + chain, REFUSED);
    }

    private static String offender(Order order, TableEdit edit) {
        String named = order.chain();
        if (named != null) {
            return named;
        }
        return edit.userChains().isEmpty() ? "" : edit.userChains().getFirst();
    }

    /// Was it the kernel that refused?
    static boolean isKernels(Refusal refusal) {
        return refusal.status() == REFUSED;
    }
}
