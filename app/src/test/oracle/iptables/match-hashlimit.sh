# The match hashlimit: what it reads, prints and refuses, and which packets it matches.
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name a
iptables -A INPUT -m hashlimit --hashlimit-upto 50 --hashlimit-burst 10 --hashlimit-mode srcip,dstport --hashlimit-name b
iptables -A INPUT -m hashlimit --hashlimit-above 5/min --hashlimit-mode srcip,srcport,dstip,dstport --hashlimit-name c
iptables -A INPUT -m hashlimit ! --hashlimit-upto 3/hour --hashlimit-name d --hashlimit-srcmask 24 --hashlimit-dstmask 8 --hashlimit-mode srcip,dstip
iptables -A INPUT -m hashlimit --hashlimit 2/day --hashlimit-name e --hashlimit-htable-size 100 --hashlimit-htable-max 1000 --hashlimit-htable-gcinterval 2000 --hashlimit-htable-expire 20000
iptables -A INPUT -m hashlimit --hashlimit-upto 512kb/s --hashlimit-name f
iptables -A INPUT -m hashlimit --hashlimit-above 1mb/s --hashlimit-burst 2mb --hashlimit-name g
iptables -A INPUT -m hashlimit --hashlimit-above 100b/s --hashlimit-name g2
iptables -A INPUT -m hashlimit --hashlimit-above 10/sec --hashlimit-name h --hashlimit-rate-match
iptables -A INPUT -m hashlimit --hashlimit-above 10/sec --hashlimit-name i --hashlimit-rate-match --hashlimit-rate-interval 5
iptables -A INPUT -m hashlimit --hashlimit-upto 1000000/sec --hashlimit-name j
iptables -A INPUT -m hashlimit --hashlimit-upto 10000001/sec --hashlimit-name k
iptables -A INPUT -m hashlimit --hashlimit-upto 7/min --hashlimit-name l
iptables -A INPUT -m hashlimit --hashlimit-upto 100/min --hashlimit-name m
iptables -A INPUT -m hashlimit
iptables -A INPUT -m hashlimit --hashlimit-name x
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec
iptables -A INPUT -m hashlimit --hashlimit-upto 5/fortnight --hashlimit-name x
iptables -A INPUT -m hashlimit --hashlimit-upto x --hashlimit-name x
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name x --hashlimit-mode foo
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name x --hashlimit-srcmask 33
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name x --hashlimit-burst 0
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name x --hashlimit-burst x
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-above 5/sec --hashlimit-name x
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name ''
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name x --hashlimit-htable-size x
iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name x --hashlimit-rate-match
iptables -A INPUT -m hashlimit --hashlimit-above 5/sec --hashlimit-name x --hashlimit-rate-interval 4
iptables -A INPUT -m hashlimit --hashlimit-above 5/s --hashlimit-name x --hashlimit-burst 10kb
iptables -S
iptables -nL
iptables -D INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name a
iptables -F
ip netns add h
ip link add e0 address 02:00:00:00:00:01 type veth peer name e1 address 02:00:00:00:00:02 netns h
ip addr add 10.0.0.1/24 dev e0
ip -n h addr add 10.0.0.2/24 dev e1
ip -n h addr add 10.0.0.3/24 dev e1
ip link set e0 up
ip -n h link set e1 up
sleep 1.2
iptables -A INPUT -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 2 --hashlimit-name p --hashlimit-mode srcip
iptables -A INPUT -m hashlimit --hashlimit-above 1/hour --hashlimit-burst 3 --hashlimit-name q --hashlimit-mode srcip
iptables -A INPUT -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 3 --hashlimit-name r
iptables -A INPUT -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 4 --hashlimit-name s --hashlimit-mode srcip --hashlimit-srcmask 24
iptables -A INPUT -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 2 --hashlimit-name p --hashlimit-mode srcip
ip netns exec h ping -q -c 4 -i 0.2 -I 10.0.0.2 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 3 -i 0.2 -I 10.0.0.3 10.0.0.1 > /dev/null
iptables -L INPUT -nvx
iptables -m hashlimit -h | sed -n '/match options/,$p'
