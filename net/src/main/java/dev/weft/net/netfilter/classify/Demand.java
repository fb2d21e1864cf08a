package dev.weft.net.netfilter.classify;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a rule demands of a packet's fields; those that are not named may be anything. Immutable.
public final class Demand {
    /// Demands nothing.
    public static final Demand NONE = new Demand(new Ranges[Field.COUNT], null, null);

    private final @Nullable Ranges[] fields;
    private final @Nullable DevicePattern in;
    private final @Nullable DevicePattern out;

    private Demand(@Nullable Ranges[] fields, @Nullable DevicePattern in, @Nullable DevicePattern out) {
        this.fields = fields;
        this.in = in;
        this.out = out;
    }

    /// As this, and `field` must be in `ranges` too.
    public Demand with(Field field, Ranges ranges) {
        @Nullable Ranges[] changed = fields.clone();
        Ranges before = changed[field.ordinal()];
        changed[field.ordinal()] = before == null ? ranges : before.and(ranges);
        return new Demand(changed, in, out);
    }

    /// As this, and the packet must have come by such a device.
    public Demand withInput(DevicePattern device) {
        return new Demand(fields, device, out);
    }

    /// As this, and the packet must be about to leave by such a device.
    public Demand withOutput(DevicePattern device) {
        return new Demand(fields, in, device);
    }

    @Nullable
    Ranges of(Field field) {
        return fields[field.ordinal()];
    }

    @Nullable
    DevicePattern input() {
        return in;
    }

    @Nullable
    DevicePattern output() {
        return out;
    }

    /// Does a packet with these fields satisfy it? The plain way, which the classifier is held to.
    public boolean isSatisfiedBy(PacketFields packet) {
        for (Field field : Field.values()) {
            Ranges ranges = of(field);
            if (ranges != null && !ranges.contains(packet.get(field))) {
                return false;
            }
        }
        return (in == null || in.matches(packet.input())) && (out == null || out.matches(packet.output()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Demand demand
                && Arrays.equals(fields, demand.fields)
                && Objects.equals(in, demand.in)
                && Objects.equals(out, demand.out);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(fields), in, out);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Field field : Field.values()) {
            if (of(field) != null) {
                text.append(field).append(' ').append(of(field)).append(' ');
            }
        }
        return text.append("in ").append(in).append(" out ").append(out).toString();
    }
}
