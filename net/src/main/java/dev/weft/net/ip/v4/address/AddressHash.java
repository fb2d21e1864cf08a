package dev.weft.net.ip.v4.address;

import org.jspecify.annotations.Nullable;

/// The addresses of a namespace by address, the newest first (kernel: `inet_addr_lst`).
final class AddressHash {
    private @Nullable InterfaceAddress[] buckets = new InterfaceAddress[4];
    private int size;

    /// The newest one of that address.
    @Nullable
    InterfaceAddress find(int local) {
        InterfaceAddress at = buckets[bucket(local)];
        while (at != null && at.local() != local) {
            at = at.nextInHash;
        }
        return at;
    }

    void add(InterfaceAddress address) {
        if (++size > 2 * buckets.length) {
            grow();
        }
        push(address);
    }

    void remove(InterfaceAddress address) {
        int bucket = bucket(address.local());
        InterfaceAddress at = buckets[bucket];
        if (at == address) {
            buckets[bucket] = address.nextInHash;
            size--;
            return;
        }
        while (at != null && at.nextInHash != address) {
            at = at.nextInHash;
        }
        if (at != null) {
            at.nextInHash = address.nextInHash;
            size--;
        }
    }

    private void push(InterfaceAddress address) {
        int bucket = bucket(address.local());
        address.nextInHash = buckets[bucket];
        buckets[bucket] = address;
    }

    private void grow() {
        @Nullable InterfaceAddress[] old = buckets;
        buckets = new InterfaceAddress[2 * old.length];
        for (InterfaceAddress chain : old) {
            pushFromTheEnd(chain);
        }
    }

    /// Keeps the newest in front.
    private void pushFromTheEnd(@Nullable InterfaceAddress chain) {
        InterfaceAddress reversed = null;
        while (chain != null) {
            InterfaceAddress next = chain.nextInHash;
            chain.nextInHash = reversed;
            reversed = chain;
            chain = next;
        }
        while (reversed != null) {
            InterfaceAddress next = reversed.nextInHash;
            push(reversed);
            reversed = next;
        }
    }

    private int bucket(int local) {
        return local * 0x9e37_79b9 >>> 16 & buckets.length - 1;
    }
}
