# What a JVM does while its AOT cache is recorded: the commands, their mistakes, and packets that nobody can like, so
# that none of them is new to the program when it comes for the first time.
exec >/dev/null 2>&1
h() { ip netns exec "$@"; }

ip netns add a; ip netns add b; ip netns add r; ip netns; ip netns list-id
ip link add e0 netns a type veth peer name e0 netns r
ip link add e0 address 02:00:00:00:00:01 netns b type veth peer name p0 netns r
ip link add d0 type dummy
ip -n r link add br0 type bridge stp_state 0 forward_delay 0
ip -n r link set p0 master br0
for n in a b r; do ip -n $n link set lo up; ip -n $n link set e0 up; done
ip -n r link set br0 up; ip -n r link set p0 up
ip -n a addr add 10.0.1.1/24 brd + dev e0; ip -n r addr add 10.0.1.2/24 dev e0
ip -n b addr add 10.0.2.1/24 dev e0; ip -n r addr add 10.0.2.2/24 dev br0
ip -n a route add default via 10.0.1.2; ip -n b route add default via 10.0.2.2
ip -n a route add blackhole 10.9.0.0/16; ip -n a rule add from 10.8.0.0/16 lookup 100
ip -n a neigh add 10.0.1.9 lladdr 02:00:00:00:00:09 dev e0
h r sysctl -w net.ipv4.ip_forward=1; h r sh -c 'echo 2 >/proc/sys/net/ipv4/conf/all/rp_filter; cat /proc/sys/net/ipv4/ip_forward'
ip link set d0 up mtu 1400 alias x; ip addr add 10.5.0.1/24 dev d0 label d0:1

for o in '' '-d' '-s' '-br' '-j' '-j -p' '-o'; do
    ip $o link; ip -n r $o addr; ip -n a $o route; ip -n a $o rule; ip -n a $o neigh; bridge -n r $o link; bridge -n r $o fdb
done
printf 'link show lo\nroute show\n' | ip -batch -
ip -n a route get 10.0.2.1; ip -n a route show table all; ip -n r link show type bridge; bridge -n r vlan
h r brctl show; h r brctl showmacs br0; h r brctl showstp br0
h a ifconfig -a; h a arp -n; h a route -n; hostname; h a sysctl -a

h b timeout 1 tcpdump -n -e -v -X -c 4 -i e0 icmp or arp or udp &
h a ping -c 3 -i 0.05 10.0.2.1; h a ping -c 1 -s 3000 10.0.2.1; h a ping -c 1 -t 1 10.0.2.1
h a ping -c 1 -W 0.2 10.9.1.1; h a ping -c 1 -W 0.2 10.7.1.1; h a ping -M do -s 1473 -c 1 -W 0.2 10.0.2.1
h a traceroute -n -q 1 10.0.2.1; h a arping -c 1 -w 1 -I e0 10.0.1.2
h a weft explain ping -c 1 10.0.2.1; h a weft explain -j ping -c 1 10.0.2.1
timeout 0.2 ip -ts monitor all &

# Mistakes
ip; ip link nonsense; ip link add; ip link add d0 type dummy; ip link set nosuch up; ip link del lo
ip addr add 10.0.0.300/24 dev d0; ip addr add 10.5.0.1/24 dev d0; ip route add 10.7.0.0/16 via 10.66.0.1
ip route add default; ip rule add nonsense; ip -n nosuch link; ip netns add a; ip netns del nosuch; ip nonsense
ip neigh add 1.2.3.4 dev lo; bridge fdb add x dev d0; bridge link set dev d0 cost 1; brctl addif nosuch d0
sysctl net.nosuch; sysctl -w net.ipv4.ip_forward=x; ping; ping nosuch.invalid; ping -z; ping -c 1 10.66.0.1
tcpdump -i nosuch; tcpdump nonsense; traceroute; arping; ifconfig nosuch; route add; arp -d 10.0.0.1; iptables -L; tc qdisc
ip link help; ip route help; ip addr help; bridge fdb help; ping -h

# Bad packets: for others, with broken headers, lengths and checksums, cut short, of protocols that are not there
mac=020000000001; from=020000000002
bad() {
    h b weft packet-generator "new { name bad limit 2 size 0 interface e0 data { hex $1 } }"
    h b weft trace add device-input 1
    h b weft packet-generator enable-stream bad; h b weft packet-generator delete bad
}
ip4=0a0001010a000201
bad 0x02000000ffff${from}08004500001c0000000040110000${ip4}0001000900080000
for packet in 08004500001c000000004011ffff${ip4}0001000900080000 08004400001c0000000040110000${ip4}00 \
    08006500001c0000000040110000${ip4}00 080045 08004500ffff0000000040110000${ip4}00 \
    0800450000140000000040632402${ip4} 080045000014000000004001246400000000ffffffff 08004500001400002000400104640a0001010a000201 \
    080600010800060400 0806000108000604000902000000000200000000000000000000 86dd60000000 88b50000 81000001 0026424203 0800; do
    bad 0x$mac$from$packet
done
weft show errors; weft show runtime; weft show interface; weft show graph; weft show node ip4-input; weft show trace
weft clear errors; weft clear trace; weft show nonsense; weft save
ip -n r link del br0; ip netns del b; wait
