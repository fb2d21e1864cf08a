#!/bin/bash
# A lab script with functions, a trap and error handling.
set -u
cleanup() {
    ip netns del left 2>/dev/null
    ip netns del right 2>/dev/null
    ip link del br-lab 2>/dev/null
    return 0
}
die() { echo "error: $*" >&2; cleanup; exit 1; }
cleanup
ip link add br-lab address 02:00:00:00:00:10 type bridge || die no bridge
ip link set br-lab up
for side in left right; do
    ip netns add $side || die "no namespace $side"
    ip link add veth-$side type veth peer name eth0 netns $side || die "no veth"
    ip link set veth-$side master br-lab up
    ip -n $side link set eth0 up
done
ip -n left addr add 10.5.0.1/24 dev eth0
ip -n right addr add 10.5.0.2/24 dev eth0
sleep 1.2
if ip netns exec left ping -c 1 -W 1 10.5.0.2 >/dev/null; then
    echo "left reaches right"
else
    die "no connection"
fi
ip netns list | sort
ip link add br-lab type bridge && echo unexpected || echo "as expected: $?"
bridge link show | awk '{print $2, $7}' | sort
cleanup
ip netns list
ip link show br-lab
ip link add br-lab type nonsense || die cannot
