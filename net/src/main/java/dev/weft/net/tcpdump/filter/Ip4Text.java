package dev.weft.net.tcpdump.filter;

/// An IPv4 address as an expression has it: one to four numbers with dots; what is missing is masked out.
record Ip4Text(int bits, int mask) {

    static Ip4Text parse(String text, Qualifier q) throws FilterException {
        String[] parts = text.split("\\.");
        int bits = 0;
        for (String part : parts) {
            int octet = octet(part);
            if (octet > 255) {
                throw new FilterException("invalid IPv4 address '" + text + "'");
            }
            bits = bits << 8 | octet;
        }
        int missing = 32 - 8 * parts.length;
        return new Ip4Text(missing == 0 ? bits : bits << missing, missing == 0 ? -1 : -1 << missing);
    }

    private static int octet(String digits) {
        try {
            return Integer.decode(digits);
        } catch (NumberFormatException tooLong) {
            return Integer.MAX_VALUE;
        }
    }
}
