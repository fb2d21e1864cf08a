# Which packets the matches of congestion, numbers, routes and groups match, by the rules' counters.
ip netns add h
ip link add e0 address 02:00:00:00:00:01 type veth peer name e1 address 02:00:00:00:00:02 netns h
ip link add e2 address 02:00:00:00:00:03 type veth peer name e3 address 02:00:00:00:00:04 netns h
ip addr add 10.0.0.1/24 dev e0
ip addr add 10.0.2.1/24 dev e2
ip -n h addr add 10.0.0.2/24 dev e1
ip -n h addr add 10.0.3.3/32 dev e1
ip -n h addr add 10.0.2.9/32 dev e1
ip link set e0 up group 5
ip link set e2 up
ip -n h link set e1 up
ip -n h link set e3 up
ip route add 10.0.9.0/24 via 10.0.0.2 realm 7
sleep 1.2
ip netns exec h ping -q -c 1 10.0.0.1 > /dev/null
iptables -t raw -A PREROUTING -m rpfilter
iptables -t raw -A PREROUTING -m rpfilter --invert
iptables -t raw -A PREROUTING -m rpfilter --loose
iptables -t raw -A PREROUTING -m rpfilter --loose --invert
iptables -A INPUT -m ecn --ecn-ip-ect 1
iptables -A INPUT -m ecn ! --ecn-ip-ect 1
iptables -A INPUT -m u32 --u32 "6&0xFF=1"
iptables -A INPUT -m u32 --u32 "0>>22&0x3C@0>>24=0:3,8"
iptables -A INPUT -m u32 ! --u32 "0>>22&0x3C@0>>24=8"
iptables -A INPUT -m u32 --u32 "81=0:0xffffffff"
iptables -A INPUT -m u32 --u32 "80=0:0xffffffff"
iptables -A INPUT -m u32 --u32 "2&0xFFFF=84 && 8>>24=64,63"
iptables -A INPUT -m devgroup --src-group 5
iptables -A INPUT -m devgroup ! --src-group 5
iptables -A INPUT -m devgroup --src-group 0x4/0x4
iptables -A OUTPUT -m devgroup --dst-group 5
iptables -A OUTPUT -m realm --realm 7
iptables -A OUTPUT -m realm ! --realm 7
iptables -A OUTPUT -m realm --realm 0/0xffff
ip netns exec h ping -q -c 1 -Q 1 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 2 -i 0.2 -W 0.2 -I 10.0.3.3 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 1 -W 0.2 -I 10.0.2.9 10.0.0.1 > /dev/null
ping -q -c 1 -W 0.2 10.0.9.9 > /dev/null
iptables -t raw -L PREROUTING -nvx
iptables -L INPUT -nvx
iptables -L OUTPUT -nvx
