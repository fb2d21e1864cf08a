#!/bin/bash
# What targets that change packets do, seen by ping and by the counters of rules, and what Linux refuses of them.
ip netns add a
ip netns add b
ip link add a0 netns a address 02:00:00:00:00:0a type veth peer name b0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.1.1/24 dev a0
ip -n b addr add 10.0.1.2/24 dev b0
ip -n a link set a0 up
ip -n b link set b0 up
sleep 1.2
# Replies come with the time to live that the host itself gives them, or that which rules give.
ip netns exec b iptables -t mangle -A OUTPUT -j TTL --ttl-set 99
ip netns exec a ping -c 1 10.0.1.2
ip netns exec a iptables -t mangle -A PREROUTING -i a0 -j TTL --ttl-inc 200
ip netns exec a ping -c 1 10.0.1.2
ip netns exec a iptables -t mangle -R PREROUTING 1 -i a0 -j TTL --ttl-dec 98
ip netns exec a ping -c 1 10.0.1.2
ip netns exec a iptables -t mangle -F
# The hash of a flow is its mark, the same on both ways.
ip netns exec b iptables -t mangle -A PREROUTING -j HMARK --hmark-tuple src,dst --hmark-mod 1 --hmark-offset 42 --hmark-rnd 7
ip netns exec b iptables -t mangle -A PREROUTING -m mark --mark 42
ip netns exec a ping -c 1 10.0.1.2
ip netns exec b iptables -t mangle -vnL PREROUTING
ip netns exec b iptables -t mangle -F
# A queue that nobody listens to.
ip netns exec b iptables -A INPUT -p icmp -j NFQUEUE --queue-num 5
ip netns exec a ping -c 1 -W 1 10.0.1.2
ip netns exec b iptables -R INPUT 1 -p icmp -j NFQUEUE --queue-num 5 --queue-bypass
ip netns exec a ping -c 1 10.0.1.2
ip netns exec b iptables -R INPUT 1 -p icmp -j NFLOG --nflog-group 3 --nflog-prefix 'in: '
ip netns exec b iptables -A INPUT -j AUDIT --type accept
ip netns exec a ping -c 1 10.0.1.2
ip netns exec b iptables -vnL INPUT
# Copies of what comes in go back to a.
ip netns exec a iptables -A INPUT -p icmp --icmp-type echo-reply
ip netns exec a iptables -t raw -A PREROUTING -p icmp --icmp-type echo-request
ip netns exec b iptables -t mangle -A PREROUTING -p icmp -j TEE --gateway 10.0.1.1
ip netns exec a ping -c 2 -i 0.2 10.0.1.2
ip netns exec a iptables -t raw -vnL PREROUTING
ip netns exec a iptables -vnL INPUT
# What Linux refuses.
iptables -A FORWARD -j TTL --ttl-set 5
iptables -A FORWARD -p tcp -j TCPMSS --set-mss 1000
iptables -A INPUT -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
iptables -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
iptables -t mangle -A PREROUTING -j CLASSIFY --set-class 1:2
iptables -t mangle -A POSTROUTING -j CLASSIFY --set-class 1:2
iptables -t mangle -A POSTROUTING -j ECN --ecn-tcp-remove
iptables -t mangle -A POSTROUTING -p tcp -j ECN --ecn-tcp-remove
iptables -t mangle -A POSTROUTING -j CHECKSUM --checksum-fill
iptables -A FORWARD -j TRACE
iptables -A FORWARD -j TEE --gateway 0.0.0.0
iptables -t mangle -S
iptables -t filter -S
