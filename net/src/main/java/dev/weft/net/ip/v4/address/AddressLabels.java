package dev.weft.net.ip.v4.address;

/// Labels of addresses, from the time when each address was an interface of its own: `eth0:1`.
final class AddressLabels {
    private static final int LONGEST = 15;

    private AddressLabels() {}

    /// The label after the device was renamed: the first address gets the new name, the others what followed the colon
    /// too, or a number.
    ///
    /// @param place of the address on the device, from 1 on
    static String renamed(String label, String device, int place) {
        if (place == 1) {
            return device;
        }
        int colon = label.indexOf(':');
        String ending = colon < 0 ? ":" + place : label.substring(colon);
        int room = Math.max(0, LONGEST - ending.length());
        return device.substring(0, Math.min(device.length(), room)) + ending;
    }
}
