package dev.weft.net.netfilter.match.u32;

import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads the little language of the match `u32` (iptables: `u32_parse`).
final class U32Parser {
    private static final int MOST = 10;

    private final String text;
    private int at;

    private U32Parser(String text) {
        this.text = text;
    }

    static List<U32Test> parse(String text) {
        U32Parser parser = new U32Parser(text);
        List<U32Test> tests = new ArrayList<>();
        do {
            if (tests.size() == MOST) {
                throw parser.wrong("too many \"&&\"s");
            }
            List<U32Test.Step> steps = parser.location();
            tests.add(new U32Test(steps, parser.values()));
        } while (parser.isMore());
        return List.copyOf(tests);
    }

    private List<U32Test.Step> location() {
        List<U32Test.Step> steps = new ArrayList<>();
        U32Test.Operator operator = U32Test.Operator.START;
        while (true) {
            skipBlanks();
            if (at == text.length()) {
                throw abrupt();
            }
            steps.add(new U32Test.Step(operator, number()));
            if (steps.size() > MOST) {
                throw wrong("too many operators");
            }
            skipBlanks();
            if (at == text.length()) {
                throw abrupt();
            }
            char c = text.charAt(at++);
            if (c == '=') {
                return steps;
            }
            operator = operator(c);
        }
    }

    private U32Test.Operator operator(char c) {
        return switch (c) {
            case '&' -> U32Test.Operator.AND;
            case '@' -> U32Test.Operator.AT;
            case '<', '>' -> {
                if (at == text.length() || text.charAt(at) != c) {
                    throw wrong("a second '" + c + "' was expected");
                }
                at++;
                yield c == '<' ? U32Test.Operator.LEFT : U32Test.Operator.RIGHT;
            }
            default -> {
                at--;
                throw wrong("operator expected");
            }
        };
    }

    private List<U32Test.Range> values() {
        List<U32Test.Range> ranges = new ArrayList<>();
        do {
            skipBlanks();
            long min = number();
            skipBlanks();
            long max = min;
            if (accept(':')) {
                skipBlanks();
                max = number();
            }
            ranges.add(new U32Test.Range(min, max));
            if (ranges.size() > MOST) {
                throw wrong("too many \",\"s");
            }
            skipBlanks();
        } while (accept(','));
        return ranges;
    }

    /// Does another test follow?
    private boolean isMore() {
        if (at == text.length()) {
            return false;
        }
        if (!text.startsWith("&&", at)) {
            throw wrong("expected \",\" or \"&&\"");
        }
        at += 2;
        return true;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private long number() {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        OptionalLong number = OptionValues.number(text.substring(at, end));
        if (number.isEmpty() || number.getAsLong() > 0xffff_ffffL) {
            throw wrong("not a number or out of range");
        }
        at = end;
        return number.getAsLong();
    }

    private XtablesError wrong(String what) {
        return XtablesError.parameter("u32: at char " + at + ": " + what);
    }

    private static XtablesError abrupt() {
        return XtablesError.parameter("u32: abrupt end of input after location specifier");
    }
}
