#!/bin/bash
# A dummy device through its life.
ip link add dummy0 address 02:00:00:00:00:d0 type dummy
ip link show dummy0
ip -d link show dummy0 | grep -o "dummy addrgenmode.*numrxqueues 1"
ip link set dummy0 up
ip link show dummy0
ip -br link show type dummy
ip -j link show dummy0
ip link set dummy0 mtu 9000
ip link set dummy0 name lan0 alias "not a real wire"
ip link set lan0 txqueuelen 10 group 3
ip link show group 3
ip link set lan0 address 02:00:00:00:00:d1
ip link set lan0 down
ip link show lan0
ip link add lan0 type dummy
ip link add dummy1 address 02:00:00:00:00:d2 mtu 1400 up type dummy
ip link show dummy1
ip link add type dummy
ip -br link | awk '{print $1}'
ip link del lan0
ip link del lan0
ip link show type dummy | grep -c mtu
