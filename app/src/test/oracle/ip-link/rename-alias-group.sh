#!/bin/bash
# Names, aliases, groups, queue lengths.
ip link add first address 02:00:00:00:00:01 type veth peer name second address 02:00:00:00:00:02
ip link set first name lan0
ip link show first
ip link show lan0
ip link set lan0 alias "to the office, floor 2"
ip link show lan0
ip link set lan0 group 10
ip link set second group 10 txqueuelen 500
ip link show group 10
ip link show group default
ip link set lan0 group default
ip link show group 10
ip link set lan0 txqlen 42
ip link show dev lan0
ip link set lan0 alias ""
ip link show dev lan0
ip link set lan0 name second
ip link set lan0 name lo
ip link set lan0 name "bad name"
ip link set lan0 name abcdefghijklmnop
ip link set lan0 up
ip link set lan0 name lan1
ip link show | grep -c lan1
ip link del group 10
ip -br link | awk '{print $1}'
