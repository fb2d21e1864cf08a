package dev.weft.net.netfilter.classify;

/// A packet's fields, as a classifier sees them; filled anew for each packet.
public final class PacketFields {
    private final long[] values = new long[Field.COUNT];
    private String input = "";
    private String output = "";

    public void set(Field field, long value) {
        values[field.ordinal()] = value;
    }

    public long get(Field field) {
        return values[field.ordinal()];
    }

    long get(int field) {
        return values[field];
    }

    /// @param in the names of the devices, empty where there is none
    public void devices(String in, String out) {
        input = in;
        output = out;
    }

    public String input() {
        return input;
    }

    public String output() {
        return output;
    }
}
