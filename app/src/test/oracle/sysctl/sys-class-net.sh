#!/bin/bash
# /sys/class/net.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip link add br0 address 02:00:00:00:00:10 type bridge
ls /sys/class/net
for f in address addr_len broadcast mtu flags ifindex iflink type tx_queue_len operstate carrier_changes dormant link_mode name_assign_type netdev_group proto_down gro_flush_timeout; do
    echo $f $(cat /sys/class/net/eth0/$f)
done
cat /sys/class/net/eth0/carrier
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
cat /sys/class/net/eth0/{carrier,operstate,carrier_up_count,carrier_down_count}
cat /sys/class/net/eth0/speed /sys/class/net/eth0/duplex
echo 1400 >/sys/class/net/eth0/mtu
echo 99999 >/sys/class/net/eth0/mtu
echo hello >/sys/class/net/eth0/ifalias
echo 50 >/sys/class/net/eth0/tx_queue_len
ip link show eth0
ls /sys/class/net/eth0/statistics | head -n 5
ls /sys/class/net/br0/bridge | head -n 5
cat /sys/class/net/br0/bridge/{stp_state,bridge_id,forward_delay,hello_time,max_age}
echo 1 >/sys/class/net/br0/bridge/stp_state
cat /sys/class/net/br0/bridge/stp_state
test -d /sys/class/net/br0/bridge && echo br0 is a bridge
test -d /sys/class/net/eth0/bridge || echo eth0 is not
ip netns exec b ls /sys/class/net
ip netns exec b cat /sys/class/net/eth0/address
cat /sys/class/net/nosuch/mtu
