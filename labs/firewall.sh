#!/bin/bash
# The firewall of the articles: a host that others ping, and rules that are listed, inserted, deleted, replaced, saved.

echo "# host -- guest"
ip netns add host
ip netns add guest
ip link add eth0 netns host type veth peer name eth0 netns guest
ip -n host addr add 192.168.5.1/24 dev eth0
ip -n guest addr add 192.168.5.2/24 dev eth0
ip -n host link set eth0 up
ip -n guest link set eth0 up
host() { ip netns exec host "$@"; }
knock() { ip netns exec guest ping -c 1 -W 1 192.168.5.1 | grep -o '[0-9] received'; }

echo
echo "# Nothing is filtered"
host iptables -nvL
knock

echo
echo "# Insert a rule that drops, and ping fails"
host iptables -I INPUT -s 192.168.5.2 -p icmp -j DROP
knock
host iptables -nvL INPUT --line-numbers

echo
echo "# Delete it, and ping works"
host iptables -D INPUT 1
knock

echo
echo "# Replace: be polite"
host iptables -A INPUT -p icmp -j DROP
host iptables -R INPUT 1 -p icmp -j REJECT --reject-with icmp-host-prohibited
ip netns exec guest ping -c 1 -W 1 192.168.5.1 | grep '^From'
host iptables -F

echo
echo "# A chain of one's own: the web only from the guest"
host iptables -N MY_WEB
host iptables -A MY_WEB -s 192.168.5.2 -j ACCEPT
host iptables -A MY_WEB -j DROP
host iptables -A INPUT -p tcp --dport 80 -j MY_WEB
host iptables -A INPUT -p icmp -m comment --comment "who knocks" -j ACCEPT
knock
host iptables -nvL

echo
echo "# Save, lose, restore with counters"
host iptables-save -c -t filter >rules
host iptables -F
host iptables -X
host iptables -S
host iptables-restore -c <rules
host iptables -vS
rm rules
