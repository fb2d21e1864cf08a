# Which packets the matches of owners, bytes, services, times and amounts match, by the rules' counters.
ip netns add h
ip link add e0 address 02:00:00:00:00:01 type veth peer name e1 address 02:00:00:00:00:02 netns h
ip addr add 10.0.0.1/24 dev e0
ip -n h addr add 10.0.0.2/24 dev e1
ip link set e0 up
ip -n h link set e1 up
sleep 1.2
ip netns exec h ping -q -c 1 10.0.0.1 > /dev/null
iptables -A INPUT -m string --hex-string "|cafe|" --algo bm
iptables -A INPUT -m string --hex-string "|cafeca|" --algo kmp --from 40
iptables -A INPUT -m string --hex-string "|cafe|" --algo bm --to 28
iptables -A INPUT -m string --hex-string "|cafe|" --algo bm --from 83
iptables -A INPUT -m string --hex-string "|cafe|" --algo bm --from 82
iptables -A INPUT -m string ! --hex-string "|cafe|" --algo kmp
iptables -A INPUT -m string --string "AAAA" --algo bm
iptables -A INPUT -m string --string "aaaa" --algo bm --icase
iptables -A INPUT -m tos --tos 0x10
iptables -A INPUT -m tos ! --tos Minimize-Delay
iptables -A INPUT -m tos --tos 0x10/0x10
iptables -A INPUT -m dscp --dscp 4
iptables -A INPUT -m dscp ! --dscp-class EF
iptables -A INPUT -m quota --quota 200
iptables -A INPUT -m quota ! --quota 200
iptables -A INPUT -m time
iptables -A INPUT -m time --datestop 2001-01-01
iptables -A INPUT -m time --datestart 2020-02-29
iptables -A INPUT -m time --weekdays Mon,Tue,Wed,Thu,Fri,Sat,Sun
iptables -A INPUT -m physdev --physdev-is-bridged
iptables -A INPUT -m physdev ! --physdev-is-bridged
iptables -A INPUT -m physdev --physdev-in e0
iptables -A INPUT -m physdev ! --physdev-in e0
iptables -A OUTPUT -m owner --uid-owner 0
iptables -A OUTPUT -m owner ! --uid-owner 0
iptables -A OUTPUT -m owner --gid-owner 5-10
iptables -A OUTPUT -p icmp --icmp-type echo-request -m owner --socket-exists
iptables -A OUTPUT -m owner ! --socket-exists --uid-owner 0
ip netns exec h ping -q -c 1 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 1 -p cafe 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 1 -p 41 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 1 -Q 0x10 10.0.0.1 > /dev/null
ping -q -c 1 10.0.0.2 > /dev/null
iptables -L OUTPUT -nvx
