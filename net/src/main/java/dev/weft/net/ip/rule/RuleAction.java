package dev.weft.net.ip.rule;

import dev.weft.core.errno.Errno;
import dev.weft.net.ip.fib.RouteType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a rule does with a packet that it selects (`FR_ACT_*`), numbered as the types of routes are.
public enum RuleAction {
    /// Matches any when a rule is to be deleted.
    UNSPEC(0, null),
    /// Looks into a table.
    TABLE(1, null),
    /// Goes on at a later rule.
    GOTO(2, null),
    /// Nothing: the next rule is asked.
    NOP(3, null),
    /// Left over; Linux takes it for a blackhole.
    ANYCAST(4, Errno.EINVAL),
    MULTICAST(5, Errno.EINVAL),
    BLACKHOLE(6, Errno.EINVAL),
    UNREACHABLE(7, Errno.ENETUNREACH),
    PROHIBIT(8, Errno.EACCES),
    /// Left over; Linux takes it for a blackhole.
    THROW(9, Errno.EINVAL),
    /// Left over from Linux 2.4; Linux takes it for a blackhole.
    NAT(10, Errno.EINVAL);

    private final int number;
    private final @Nullable Errno error;

    RuleAction(int number, @Nullable Errno error) {
        this.number = number;
        this.error = error;
    }

    /// The kernel's number.
    public int number() {
        return number;
    }

    /// What a lookup ends with; null when it goes on.
    @Nullable
    Errno error() {
        return error;
    }

    /// The action that the word for a type of route stands for.
    static Optional<RuleAction> of(RouteType type) {
        for (RuleAction action : values()) {
            if (action.number == type.number()) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
