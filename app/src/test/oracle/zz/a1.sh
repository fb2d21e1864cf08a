#!/bin/bash
ip link add eth0 type veth peer name eth1
ip link set lo up; ip link set eth0 up; ip link set eth1 up
ip addr add 10.0.0.1/24 metric 30 proto 9 dev eth0
ip addr add 10.0.0.2/24 dev eth0
ip -br addr
ip -j addr show scope host
ip -j -o addr
ip addr add 10.0.0.5/24 dev eth0 secondary
ip addr add 10.0.0.5/24 dev eth0 permanent
ip addr add 10.0.0.5/24 dev eth0 autojoin
ip addr add 224.0.0.5/24 dev eth0 autojoin
ip addr add 10.0.0.6/24 dev eth0 home nodad
ip addr add 10.0.0.7/24 dev eth0 dynamic
ip addr add 10.0.0.7/24 dev eth0 confflag 5
ip addr add fe80::1/64 dev eth0
ip addr add 10.0.0.8 peer fe80::1 dev eth0
ip addr add 10.0.0.8/24 anycast 1.2.3.4 dev eth0
ip addr add local 10.0.0.9/24 dev eth0 metric x
ip addr add local 10.0.0.9/24 dev eth0 proto kernel_lo
ip addr add local 10.0.0.10/24 dev eth0 proto foo
ip addr add local 10.0.0.10/24 dev eth0 label averyveryverylonglabel
ip addr add local 10.0.0.11/24 dev eth0 scope nowhere
ip addr del 10.0.0.9 dev eth0
ip addr del 10.0.0.77 dev eth0
ip addr del dev eth0
ip addr del 10.0.0.1/16 dev eth0
ip addr show proto 9
ip addr show -primary
ip addr
ip addr restore
ip addr showdump
ip addr show frob frab
ip addr show type frob
ip addr show scope frob
ip addr show label
ip addr show to x
ip -0 addr show
ip -0 addr flush dev eth0
ip -6 addr
ip -4 -j addr show dev eth1
ip -s -4 addr show dev eth0
ip -4 -d addr show dev eth0
ip -h -s addr show dev eth0
ip addr flush dev eth0 primary
ip addr
ip -4 addr flush label 'eth0*'
ip addr flush scope global
ip addr flush up
ip addr
