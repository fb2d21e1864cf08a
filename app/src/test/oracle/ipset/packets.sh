ip netns add b
ip link add v0 type veth peer name v1 netns b
ip addr add 10.0.0.1/24 dev v0
ip link set v0 up
ip -n b addr add 10.0.0.2/24 dev v1
ip -n b addr add 10.0.0.3/24 dev v1
ip -n b link set v1 up
sleep 1.2
ip netns exec b ipset create bad hash:net counters initval 1
ip netns exec b ipset add bad 10.0.0.0/24
ip netns exec b ipset add bad 10.0.0.1 nomatch
ip netns exec b ipset create seen hash:ip,port counters initval 1
ip netns exec b ipset create both list:set
ip netns exec b ipset add both seen
ip netns exec b ipset add both bad
ip netns exec b iptables-legacy -A INPUT -j SET --add-set seen src,dst
ip netns exec b iptables-legacy -A INPUT -m set --match-set bad src -j DROP
ip netns exec b iptables-legacy -A INPUT -m set --match-set seen dst,dst
ip netns exec b iptables-legacy -A INPUT -m set --match-set both src,dst
ping -c 2 -i 0.2 -W 1 10.0.0.2 >/dev/null
ip netns exec b ipset list seen
ip netns exec b ipset list bad
ip netns exec b iptables-legacy -nvxL INPUT
ip netns exec b ipset del bad 10.0.0.1
ping -c 1 -W 1 10.0.0.3 >/dev/null
ip netns exec b ipset list bad
ip netns exec b ipset create other hash:net counters initval 1
ip netns exec b ipset swap bad other
ping -c 1 -W 1 10.0.0.3 >/dev/null
ip netns exec b ipset destroy bad
ip netns exec b ipset destroy other
ip netns exec b iptables-legacy -nvxL INPUT
