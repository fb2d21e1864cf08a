package dev.weft.net.netfilter.target.dscp;

import dev.weft.net.netfilter.table.XtablesError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Names of code points: class selectors (RFC 2474), assured (RFC 2597) and expedited forwarding (RFC 3246).
public final class DscpClasses {
    private static final Map<String, Integer> CODE_POINTS = new HashMap<>();

    static {
        CODE_POINTS.put("BE", 0);
        CODE_POINTS.put("EF", 0x2e);
        for (int selector = 0; selector < 8; selector++) {
            CODE_POINTS.put("CS" + selector, selector << 3);
        }
        for (int queue = 1; queue <= 4; queue++) {
            for (int drop = 1; drop <= 3; drop++) {
                CODE_POINTS.put("AF" + queue + drop, queue << 3 | drop << 1);
            }
        }
    }

    private DscpClasses() {}

    public static int parse(String name) {
        Integer codePoint = CODE_POINTS.get(name.toUpperCase(Locale.ROOT));
        if (codePoint == null) {
            throw XtablesError.parameter("Invalid DSCP value `" + name + "'");
        }
        return codePoint;
    }
}
