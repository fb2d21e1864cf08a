package dev.weft.net.netfilter.match.hashlimit;

import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// The match `hashlimit` and its options.
public final class HashlimitType extends MatchType {
    public static final MatchType TYPE = new HashlimitType();

    private static final String NAME = "hashlimit";

    private HashlimitType() {
        super(
                NAME,
                List.of(
                        Option.with("hashlimit-upto").invertible().excludes("hashlimit-above"),
                        Option.with("hashlimit")
                                .as("hashlimit-upto")
                                .invertible()
                                .excludes("hashlimit-above"),
                        Option.with("hashlimit-above").invertible().excludes("hashlimit-upto"),
                        Option.with("hashlimit-burst"),
                        Option.with("hashlimit-htable-size"),
                        Option.with("hashlimit-htable-max"),
                        Option.with("hashlimit-htable-gcinterval"),
                        Option.with("hashlimit-htable-expire"),
                        Option.with("hashlimit-mode"),
                        Option.with("hashlimit-name"),
                        Option.with("hashlimit-srcmask"),
                        Option.with("hashlimit-dstmask"),
                        Option.flag("hashlimit-rate-match"),
                        Option.with("hashlimit-rate-interval")));
    }

    @Override
    public String help() {
        return """
            hashlimit match options:
              --hashlimit-upto <avg>           max average match rate
                                               [Packets per second unless followed by\s
                                               /sec /minute /hour /day postfixes]
              --hashlimit-above <avg>          min average match rate
              --hashlimit-mode <mode>          mode is a comma-separated list of
                                               dstip,srcip,dstport,srcport (or none)
              --hashlimit-srcmask <length>     source address grouping prefix length
              --hashlimit-dstmask <length>     destination address grouping prefix length
              --hashlimit-name <name>          name for /proc/net/ipt_hashlimit
              --hashlimit-burst <num>	    number to match in a burst, default 5
              --hashlimit-htable-size <num>    number of hashtable buckets
              --hashlimit-htable-max <num>     number of hashtable entries
              --hashlimit-htable-gcinterval    interval between garbage collection runs
              --hashlimit-htable-expire        after which time are idle entries expired?
              --hashlimit-rate-match           rate match the flow without rate-limiting it
              --hashlimit-rate-interval        interval in seconds for hashlimit-rate-match

            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new HashlimitReader(rule.family() == HookFamily.IPV6);
    }
}
