#!/bin/bash
# Frames through three bridges in a row.
ip netns add a
ip netns add z
for i in 1 2 3; do ip link add br$i address 02:00:00:00:00:1$i type bridge mcast_snooping 0; ip link set br$i up; done
ip link add l1 address 02:00:00:00:01:01 type veth peer name r1 address 02:00:00:00:01:02
ip link add l2 address 02:00:00:00:02:01 type veth peer name r2 address 02:00:00:00:02:02
ip link add pa address 02:00:00:00:03:01 type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip link add pz address 02:00:00:00:03:02 type veth peer name eth0 address 02:00:00:00:00:0f netns z
ip link set pa master br1
ip link set l1 master br1
ip link set r1 master br2
ip link set l2 master br2
ip link set r2 master br3
ip link set pz master br3
for d in pa l1 r1 l2 r2 pz; do ip link set $d up; done
for n in a z; do ip -n $n link set eth0 up; done
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n z addr add 10.0.0.26/24 dev eth0
sleep 1.2
ip netns exec a ping -c 3 -i 0.2 10.0.0.26 | grep -o '.*received'
bridge fdb show | grep '02:00:00:00:00:0[af]' | sort
ip -s link show br2 | tail -n 4
ip -s link show l2 | tail -n 4
ip netns exec a ping -c 1 -s 5000 10.0.0.26 | grep -o '.*received'
ip link set br2 down
ip netns exec a ping -c 1 -W 1 10.0.0.26 | grep -o '.*received'
ip link set br2 up
sleep 1.2
ip netns exec a ping -c 1 -W 1 10.0.0.26 | grep -o '.*received'
