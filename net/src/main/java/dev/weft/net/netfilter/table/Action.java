package dev.weft.net.netfilter.table;

/// What a rule does with a packet that it matches.
public sealed interface Action {
    /// Nothing but count.
    Action NONE = new Plain(Verdict.CONTINUE);

    Action ACCEPT = new Plain(Verdict.ACCEPT);
    Action DROP = new Plain(Verdict.DROP);
    Action RETURN = new Plain(Verdict.RETURN);

    /// A verdict of its own (kernel: the standard target).
    record Plain(Verdict verdict) implements Action {}

    /// On to the first rule of another chain: with `-j` to come back when it has said nothing, with `-g` not.
    record Jump(String chain, boolean isGoto) implements Action {}

    /// An extension's doing.
    record Run(Target target) implements Action {}

    /// What stands in the column `target`; empty for a rule without one.
    default String name() {
        return switch (this) {
            case Plain(Verdict verdict) -> verdict == Verdict.CONTINUE ? "" : verdict.name();
            case Jump(String chain, boolean isGoto) -> chain;
            case Run(Target target) -> target.listedName();
        };
    }
}
