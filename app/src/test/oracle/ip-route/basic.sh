#!/bin/bash
# Routes by device, by gateway, with metrics; what `add`, `append`, `prepend`, `replace`, `change` do.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 dev eth0
sleep 1.2
ip route add default via 10.0.0.254
ip route add 10.1.0.0/16 via 10.0.0.253 dev eth0
ip route add 10.2.0.0/16 dev eth0
ip route add 10.3.3.3 via 10.0.0.2
ip route add 10.4/16 via 10.0.0.2
ip route
ip route add 10.1.0.0/16 via 10.0.0.99
ip route append 10.1.0.0/16 via 10.0.0.99
ip route prepend 10.1.0.0/16 via 10.0.0.98
ip route add 10.1.0.0/16 via 10.0.0.97 metric 50
ip route show 10.1.0.0/16
ip route replace 10.1.0.0/16 via 10.0.0.96
ip route show 10.1.0.0/16
ip route change 10.2.0.0/16 via 10.0.0.95
ip route change 10.99.0.0/16 via 10.0.0.95
ip route del 10.1.0.0/16
ip route show 10.1.0.0/16
ip route del 10.1.0.0/16 via 10.0.0.97
ip route del 10.1.0.0/16 metric 50
ip route del default
ip route del default
ip route
