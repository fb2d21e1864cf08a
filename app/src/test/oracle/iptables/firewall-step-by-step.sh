#!/bin/bash
# The firewall of the articles: look, forbid ping, allow it, a chain for the web, counters, save and restore.
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n r link set eth0 up
sleep 1.2
iptables -L
iptables -S
ip netns exec r ping -c 1 10.0.0.1 | grep -c 'bytes from'
iptables -I INPUT -p icmp --icmp-type echo-request -j DROP
ip netns exec r ping -c 1 -W 1 10.0.0.1
iptables -L INPUT -n -v
iptables -R INPUT 1 -p icmp --icmp-type echo-request -j REJECT --reject-with icmp-host-prohibited
ip netns exec r ping -c 1 -W 1 10.0.0.1
iptables -D INPUT 1
ip netns exec r ping -c 1 10.0.0.1 | grep -c 'bytes from'
iptables -N MY_WEB
iptables -A MY_WEB -s 10.0.0.2 -j RETURN
iptables -A MY_WEB -j LOG --log-prefix 'web: ' --log-level info
iptables -A MY_WEB -j DROP
iptables -A INPUT -p tcp --dport 80 -j MY_WEB
iptables -A INPUT -p tcp -m multiport --dports 443,8443 -j MY_WEB
iptables -L -n --line-numbers
iptables -S MY_WEB
iptables -X MY_WEB
# A list of the allowed, and a last rule for the rest.
iptables -F INPUT
iptables -A INPUT -i lo -j ACCEPT
iptables -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A INPUT -s 10.0.0.0/24 -p tcp --dport 22 -m conntrack --ctstate NEW -j ACCEPT
iptables -A INPUT -j REJECT
ping -c 1 10.0.0.2 | grep -c 'bytes from'
ip netns exec r ping -c 1 -W 1 10.0.0.1
iptables -nvL INPUT
iptables -P FORWARD DROP
iptables-save -c -t filter >rules
iptables -F
iptables -X
iptables -P FORWARD ACCEPT
iptables -S
iptables-restore -c <rules
iptables -nvxL
iptables -Z INPUT 4
iptables -nvxL INPUT
iptables -Z
iptables -vS
