package dev.weft.net.ip.v4.address;

import dev.weft.core.time.Timer;
import dev.weft.core.time.TimerWheel;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// Lets addresses grow old: deprecated first, then gone (kernel: `check_lifetime`).
final class AddressLifetimes {
    private static final long SECOND = 1_000_000_000L;

    private final Addresses addresses;
    private @Nullable Timer timer;

    AddressLifetimes(Addresses addresses) {
        this.addresses = addresses;
    }

    /// Must be called when an address has got a lifetime.
    void changed(InterfaceAddress address) {
        if (timer != null || nextChange(address) != Long.MAX_VALUE) {
            schedule();
        }
    }

    private void schedule() {
        long next = Long.MAX_VALUE;
        for (InterfaceAddress address : addresses.all()) {
            next = Math.min(next, nextChange(address));
        }
        if (next != Long.MAX_VALUE) {
            set(next);
        } else if (timer != null) {
            timers().cancel(timer);
        }
    }

    private void set(long deadline) {
        Timer set = timer;
        if (set == null) {
            set = Timer.of(this::expire);
            timer = set;
        }
        timers().set(set, deadline);
    }

    private void expire() {
        long now = addresses.now();
        for (InterfaceAddress address : addresses.all()) {
            if (!DeviceAddresses.of(address.device()).list().contains(address)) {
                continue; // it went with its primary address
            }
            if (now >= end(address, address.validSeconds())) {
                addresses.delete(address);
            } else if (now >= end(address, address.preferredSeconds()) && !address.has(InterfaceAddress.DEPRECATED)) {
                addresses.deprecate(address);
            }
        }
        schedule();
    }

    private static long nextChange(InterfaceAddress address) {
        long valid = end(address, address.validSeconds());
        return address.has(InterfaceAddress.DEPRECATED)
                ? valid
                : Math.min(valid, end(address, address.preferredSeconds()));
    }

    private static long end(InterfaceAddress address, int seconds) {
        return address.has(InterfaceAddress.PERMANENT) || seconds == InterfaceAddress.FOREVER
                ? Long.MAX_VALUE
                : address.changedNanos() + Integer.toUnsignedLong(seconds) * SECOND;
    }

    private TimerWheel timers() {
        return Network.of(addresses.namespace()).workerOf(addresses.namespace()).timers();
    }
}
