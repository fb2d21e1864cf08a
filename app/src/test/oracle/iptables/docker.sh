#!/bin/bash
# Docker's rule set: a published port, a container that reaches the world, and a world that does not reach it.
ip netns add c
ip netns add w
ip link add docker0 address 02:00:00:00:00:01 type bridge
ip link add veth0 address 02:00:00:00:00:02 type veth peer name eth0 address 02:00:00:00:00:03 netns c
ip link add eth0 address 02:00:00:00:00:04 type veth peer name eth0 address 02:00:00:00:00:05 netns w
ip link set veth0 master docker0
ip addr add 172.17.0.1/16 dev docker0
ip addr add 192.0.2.1/24 dev eth0
ip -n c addr add 172.17.0.2/16 dev eth0
ip -n w addr add 192.0.2.2/24 dev eth0
ip link set docker0 up
ip link set veth0 up
ip link set eth0 up
ip -n c link set eth0 up
ip -n w link set eth0 up
ip -n c route add default via 172.17.0.1
ip -n w route add 172.17.0.0/16 via 192.0.2.1
sysctl -q -w net.ipv4.ip_forward=1
sleep 1.2
iptables-restore <<'RULES'
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:DOCKER - [0:0]
:DOCKER-ISOLATION-STAGE-1 - [0:0]
:DOCKER-ISOLATION-STAGE-2 - [0:0]
:DOCKER-USER - [0:0]
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-ISOLATION-STAGE-1
-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -o docker0 -j DOCKER
-A FORWARD -i docker0 ! -o docker0 -j ACCEPT
-A FORWARD -i docker0 -o docker0 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -j RETURN
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
-A DOCKER-ISOLATION-STAGE-2 -j RETURN
-A DOCKER-USER -j RETURN
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:DOCKER - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
COMMIT
RULES
iptables -S
iptables -t nat -S
ip netns exec c ping -c 2 -i 0.2 192.0.2.2 | grep -c 'bytes from'
ip netns exec w ping -c 1 -W 1 172.17.0.2
ip netns exec c ping -c 1 172.17.0.1 | grep -c 'bytes from'
iptables -nvxL
iptables -t nat -nvxL
iptables -nvxL DOCKER-ISOLATION-STAGE-1 --line-numbers
# The administrator's own rule comes first.
iptables -I DOCKER-USER -s 172.17.0.2 -d 192.0.2.2 -j DROP
ip netns exec c ping -c 1 -W 1 192.0.2.2
iptables -nvxL DOCKER-USER
iptables -D DOCKER-USER -s 172.17.0.2 -d 192.0.2.2 -j DROP
ip netns exec c ping -c 1 192.0.2.2 | grep -c 'bytes from'
iptables-save -t nat
iptables-save -c -t filter
# The container goes: its rules do, too.
iptables -t nat -D DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
iptables -D DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp --dport 80 -j ACCEPT
iptables -D DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp --dport 80 -j ACCEPT
iptables -F DOCKER-USER
iptables -X DOCKER-USER
iptables -S
