package dev.weft.net.ip.v4;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import java.util.ArrayList;
import java.util.List;

/// The multicast groups that this host listens to on a device (kernel: `struct ip_mc_list`).
public final class Ip4Groups {
    private static final DeviceKey<Ip4Groups> KEY = new DeviceKey<>("ipv4 groups", device -> new Ip4Groups());

    /// Every host is in it (RFC 1112 §4).
    private static final int ALL_HOSTS = 0xe000_0001;

    /// A group and how many want it.
    public record Membership(int group, int users) {}

    private List<Membership> memberships = List.of(new Membership(ALL_HOSTS, 1));

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
                }
            } else {
                changed.add(membership);
            }
        }
        if (!known && by > 0) {
            changed.addFirst(new Membership(group, by));
        }
        memberships = List.copyOf(changed);
    }
}
