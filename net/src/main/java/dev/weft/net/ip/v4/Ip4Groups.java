package dev.weft.net.ip.v4;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.LinkAddresses;
import java.util.ArrayList;
import java.util.List;

/// The multicast groups that this host listens to on a device (kernel: `struct ip_mc_list`).
public final class Ip4Groups {
    private static final DeviceKey<Ip4Groups> KEY = new DeviceKey<>("ipv4 groups", Ip4Groups::new);

    /// Every host is in it (RFC 1112 §4).
    private static final int ALL_HOSTS = 0xe000_0001;

    /// A group and how many want it.
    public record Membership(int group, int users) {}

    private final NetDevice device;
    private List<Membership> memberships = List.of(new Membership(ALL_HOSTS, 1));

    private Ip4Groups(NetDevice device) {
        this.device = device;
    }

    /// The device listens to the groups' frames while it is up (kernel: `ip_mc_up`).
    static void up(NetDevice device) {
        if (device.hardwareType() == NetDevice.ARPHRD_ETHER) {
            for (Membership membership : of(device).memberships) {
                LinkAddresses.of(device).add(linkAddress(membership.group));
            }
        }
    }

    /// kernel: `ip_mc_down`
    static void down(NetDevice device) {
        if (device.hardwareType() == NetDevice.ARPHRD_ETHER) {
            for (Membership membership : of(device).memberships) {
                boolean unused = LinkAddresses.of(device).remove(linkAddress(membership.group));
            }
        }
    }

    /// Where a group's packets go on Ethernet (RFC 1112 §6.4).
    private static long linkAddress(int group) {
        return 0x0100_5e00_0000L | group & 0x7f_ffff;
    }

    public static Ip4Groups of(NetDevice device) {
        return device.get(KEY);
    }

    public boolean isMember(int group) {
        List<Membership> all = memberships;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).group == group) {
                return true;
            }
        }
        return false;
    }

    /// The groups, the newest first, as `/proc/net/igmp` lists them.
    public List<Membership> all() {
        return memberships;
    }

    /// One more wants the group.
    public void join(int group) {
        change(group, 1);
    }

    /// One fewer wants it.
    public void leave(int group) {
        change(group, -1);
    }

    private void change(int group, int by) {
        List<Membership> changed = new ArrayList<>();
        boolean known = false;
        for (Membership membership : memberships) {
            if (membership.group == group) {
                known = true;
                if (membership.users + by > 0) {
                    changed.add(new Membership(group, membership.users + by));
                } else if (device.isUp()) {
                    boolean unused = LinkAddresses.of(device).remove(linkAddress(group));
                }
            } else {
                changed.add(membership);
            }
        }
        if (!known && by > 0) {
            changed.addFirst(new Membership(group, by));
            if (device.isUp()) {
                LinkAddresses.of(device).add(linkAddress(group));
            }
        }
        memberships = List.copyOf(changed);
    }
}
