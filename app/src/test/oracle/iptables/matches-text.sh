# What the matches of everyday rule sets read, keep and print, and how they refuse.
iptables -A INPUT -m mark --mark 1
iptables -A INPUT -m mark ! --mark 0x10/0xff
iptables -A INPUT -m mark
iptables -A INPUT -m mark --mark x
iptables -A INPUT -p tcp -m multiport --dports 22,80,100:200
iptables -A INPUT -p udp -m multiport ! --sports 53,1:2
iptables -A INPUT -p tcp -m multiport --ports 1
iptables -A INPUT -m multiport --ports 1
iptables -A INPUT -p tcp -m multiport
iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
iptables -A INPUT -p tcp -m multiport --dports 5:1
iptables -A INPUT -p tcp -m multiport --dports 1,x
iptables -A INPUT -p tcp -m multiport --dports 1 --sports 2
iptables -A INPUT -p icmp -m multiport --dports 1
iptables -A INPUT -m mac --mac-source 00:11:22:33:44:55
iptables -A INPUT -m mac ! --mac-source 0:1:2:3:4:aF
iptables -A INPUT -m mac --mac-source 00:11
iptables -A INPUT -m mac
iptables -A OUTPUT -m mac --mac-source 00:11:22:33:44:55
iptables -A INPUT -m length --length 100
iptables -A INPUT -m length ! --length 100:200
iptables -A INPUT -m length --length 200:100
iptables -A INPUT -m length --length x
iptables -A INPUT -m length --length :100
iptables -A INPUT -m length --length 100:
iptables -A INPUT -m length
iptables -A INPUT -m length --length 70000
iptables -A INPUT -m ttl --ttl-eq 3
iptables -A INPUT -m ttl ! --ttl-eq 3
iptables -A INPUT -m ttl --ttl-lt 3
iptables -A INPUT -m ttl --ttl-gt 3
iptables -A INPUT -m ttl --ttl 3
iptables -A INPUT -m ttl
iptables -A INPUT -m ttl --ttl-gt 300
iptables -A INPUT -m ttl --ttl-gt 3 --ttl-lt 5
iptables -A INPUT -m iprange --src-range 1.2.3.4-1.2.3.9
iptables -A INPUT -m iprange ! --dst-range 1.2.3.4-1.2.3.9 --src-range 10.0.0.1
iptables -A INPUT -m iprange
iptables -A INPUT -m iprange --src-range 1.2.3.4-x
iptables -A INPUT -m pkttype --pkt-type broadcast
iptables -A INPUT -m pkttype ! --pkt-type unicast
iptables -A INPUT -m pkttype --pkt-type host
iptables -A INPUT -m pkttype --pkt-type bla
iptables -A INPUT -m pkttype
iptables -A INPUT -m addrtype --src-type LOCAL
iptables -A INPUT -m addrtype ! --dst-type LOCAL,unicast --limit-iface-in
iptables -A INPUT -m addrtype --dst-type x
iptables -A INPUT -m addrtype --dst-type nonsense
iptables -A INPUT -m addrtype
iptables -A INPUT -m addrtype --limit-iface-in
iptables -A OUTPUT -m addrtype --src-type LOCAL --limit-iface-in
iptables -A INPUT -m addrtype --src-type LOCAL --limit-iface-out
iptables -A FORWARD -m addrtype --src-type LOCAL --limit-iface-out --limit-iface-in
iptables -A INPUT -m limit
iptables -A INPUT -m limit --limit 5/min
iptables -A INPUT -m limit --limit 1/s --limit-burst 10
iptables -A INPUT -m limit --limit 1000/s
iptables -A INPUT -m limit --limit 20000/s
iptables -A INPUT -m limit --limit x/s
iptables -A INPUT -m limit --limit 5/xx
iptables -A INPUT -m limit --limit 0/s
iptables -A INPUT -m limit --limit 5 --limit-burst 0
iptables -A INPUT -m limit ! --limit 5
iptables -A INPUT -m limit --limit 7/day
iptables -A INPUT -m limit --limit 150/min
iptables -A INPUT -m limit --limit-burst 20000
iptables -A INPUT -m limit --limit-burst 7
iptables -A INPUT -m statistic --mode random --probability 0.5
iptables -A INPUT -m statistic --mode random ! --probability 0.33333
iptables -A INPUT -m statistic --mode nth --every 3
iptables -A INPUT -m statistic --mode nth --every 3 --packet 2
iptables -A INPUT -m statistic --mode nth ! --every 3 --packet 0
iptables -A INPUT -m statistic --mode nth --every 3 --packet 3
iptables -A INPUT -m statistic --mode random --probability 2
iptables -A INPUT -m statistic --mode x
iptables -A INPUT -m statistic --mode random
iptables -A INPUT -m statistic --mode nth
iptables -A INPUT -m statistic --every 2
iptables -A INPUT -m statistic --mode nth --every 0 --packet 0
iptables -S
iptables -nL
iptables -D INPUT -m limit --limit 5/min
iptables -C INPUT -p tcp -m multiport --dports 22,80,100:200
for m in mark multiport mac length ttl iprange pkttype addrtype limit statistic; do
    iptables -m $m -h | sed -n '/match options/,$p'
done
