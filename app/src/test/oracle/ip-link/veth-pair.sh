#!/bin/bash
# A veth pair in one namespace: carrier follows the administrative state of both ends.
ip link add veth0 address 02:00:00:00:00:01 type veth peer name veth1 address 02:00:00:00:00:02
ip link
ip link set veth0 up
sleep 1.2
ip link show veth0
ip link show dev veth1
ip link set dev veth1 up
sleep 1.2
ip link show type veth
ip link show up
ip link set veth1 down
sleep 1.2
ip link show veth0
ip link show veth1
ip link del veth1
ip link show veth0
ip link
