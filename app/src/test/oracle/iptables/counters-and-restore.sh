#!/bin/bash
# Counters that stay, go and come back: -Z, -c, save and restore, and a rule set that is refused as a whole.
ip link set lo up
iptables -A INPUT -s 127.0.0.1 -p icmp -j ACCEPT
iptables -A OUTPUT -p icmp
ping -c 2 -i 0.2 127.0.0.1 | grep -o '[0-9]* received'
iptables -nvxL
iptables -A INPUT -s 9.9.9.9
iptables -nvxL INPUT
iptables-save -c -t filter | grep -v '^#' >saved
cat saved
iptables -Z INPUT 1
iptables -nvxL INPUT
iptables -F
iptables-restore <saved
iptables -nvxL
iptables-restore -c <saved
iptables -nvxL
echo "# all or nothing"
printf '*filter\n:INPUT DROP [0:0]\n-A INPUT -j ACCEPT\n-A INPUT -j REJECT --reject-with tcp-reset\nCOMMIT\n' | iptables-restore
iptables -S
printf '*filter\n:INPUT DROP [0:0]\n-A INPUT -j ACCEPT\n-A INPUT -p tcp --dport x\nCOMMIT\n' | iptables-restore
iptables -S
printf '*filter\n:INPUT DROP [0:0]\n:new - [0:0]\n-A INPUT -j new\nCOMMIT\n' | iptables-restore --test
iptables -S
printf '*filter\n:new - [0:0]\n-A new -s 1.1.1.1 -j DROP\n-I INPUT -j new\nCOMMIT\n' | iptables-restore --noflush
iptables -S
ping -c 1 127.0.0.1 | grep -o '[0-9]* received'
iptables -nvxL
ip netns add other
ip netns exec other iptables -S
ip netns exec other iptables-save
ip netns exec other iptables -t raw -S
ip netns exec other iptables-save | grep -v '^#'
