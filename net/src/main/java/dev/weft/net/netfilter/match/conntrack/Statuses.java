package dev.weft.net.netfilter.match.conntrack;

import dev.weft.net.netfilter.table.XtablesError;
import java.util.Locale;

/// The statuses that `--ctstatus` knows, in the order in which it lists them.
final class Statuses {
    private static final String[] NAMES = {"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED"};

    private Statuses() {}

    static int parse(String text) {
        int bits = 0;
        for (String word : text.split(",", -1)) {
            String upper = word.toUpperCase(Locale.ROOT);
            int found = upper.equals("NONE") ? 0 : -1;
            for (int i = 0; i < NAMES.length; i++) {
                if (NAMES[i].equals(upper)) {
                    found = 1 << i;
                }
            }
            if (found < 0) {
                throw XtablesError.parameter("Bad ctstatus \"" + word + "\"\n");
            }
            bits |= found;
        }
        return bits;
    }

    static void append(StringBuilder to, int bits) {
        if (bits == 0) {
            to.append("NONE");
        }
        String separator = "";
        for (int i = 0; i < NAMES.length; i++) {
            if ((bits & 1 << i) != 0) {
                to.append(separator).append(NAMES[i]);
                separator = ",";
            }
        }
    }
}
