package dev.weft.net.netfilter.classify;

/// A device as a rule names it: `eth0`, `! eth0`, `eth+` (all whose names begin so), `! eth+`.
public record DevicePattern(String name, boolean isPrefix, boolean isNegated) {
    /// @param device a device's name; the empty one where there is no device
    public boolean matches(String device) {
        return (isPrefix ? device.startsWith(name) : device.equals(name)) != isNegated;
    }
}
