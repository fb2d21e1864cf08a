#!/bin/bash
# Spanning tree: a loop of two bridges with two cables comes to rest.
ip netns add sw
ip link add br0 address 02:00:00:00:00:10 type bridge stp_state 1 forward_delay 200 hello_time 100 max_age 600
ip -n sw link add br0 address 02:00:00:00:00:20 type bridge stp_state 1 forward_delay 200 hello_time 100 max_age 600
for n in 1 2; do
    ip link add t$n address 02:00:00:00:01:0$n type veth peer name t$n address 02:00:00:00:02:0$n netns sw
    ip link set t$n master br0
    ip -n sw link set t$n master br0
    ip link set t$n up
    ip -n sw link set t$n up
done
ip addr add 10.0.0.1/24 dev br0
ip -n sw addr add 10.0.0.2/24 dev br0
ip link set br0 up
ip -n sw link set br0 up
sleep 1.5
bridge link
sleep 8
bridge link
bridge -n sw link
cat /sys/class/net/br0/bridge/root_id
ip netns exec sw cat /sys/class/net/br0/bridge/{root_id,bridge_id,root_port,root_path_cost}
ping -c 2 -i 0.2 10.0.0.2 | grep -o '[0-9]* received'
ip -n sw link set t1 down
sleep 8
bridge -n sw link
ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
ip -n sw link set br0 type bridge priority 1000
sleep 5
cat /sys/class/net/br0/bridge/root_id
bridge link
