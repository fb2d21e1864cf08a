package dev.weft.net.nettools.ifconfig;

import java.util.Comparator;

/// Names in the order in which people count: `eth2` before `eth10`, an alias behind its device.
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int i = 0;
        while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        while (i > 0 && isDigit(left, i - 1)) {
            i--;
        }
        if (isDigit(left, i) && isDigit(right, i)) {
            int byNumber = Long.compare(number(left, i), number(right, i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return left.compareTo(right);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static long number(String text, int from) {
        int end = from;
        while (isDigit(text, end)) {
            end++;
        }
        return Long.parseLong(text.substring(from, end));
    }
}
