# The match recent: what it reads, prints and refuses, and which packets it matches.
iptables -A INPUT -m recent --set
iptables -A INPUT -m recent --name r --rcheck
iptables -A INPUT -m recent --name r --update --seconds 60 --hitcount 4 --rttl --rdest
iptables -A INPUT -m recent ! --rcheck --name "a b"
iptables -A INPUT -m recent --remove --mask 255.255.255.0 --name m
iptables -A INPUT -m recent --name r2 --update --seconds 60 --reap
iptables -A INPUT -m recent
iptables -A INPUT -m recent --name r
iptables -A INPUT -m recent --set --rcheck
iptables -A INPUT -m recent --set --seconds 5
iptables -A INPUT -m recent --rcheck --reap
iptables -A INPUT -m recent --rcheck --seconds 0
iptables -A INPUT -m recent --rcheck --hitcount x
iptables -A INPUT -m recent --rcheck --hitcount 70000
iptables -A INPUT -m recent --rcheck --hitcount 0
iptables -A INPUT -m recent --rcheck --hitcount 200
iptables -A INPUT -m recent --rcheck --mask 255.0
iptables -A INPUT -m recent --rcheck --name a/b
iptables -A INPUT -m recent --set --name ''
iptables -A INPUT -m recent --rcheck --rsource --rdest
iptables -A INPUT -m recent --rcheck --remove --rttl
iptables -A INPUT -m recent --remove --rttl
iptables -A INPUT -m recent ! --set
iptables -S
iptables -nL
iptables -D INPUT -m recent --name r --rcheck
iptables -F
ip netns add h
ip link add e0 address 02:00:00:00:00:01 type veth peer name e1 address 02:00:00:00:00:02 netns h
ip addr add 10.0.0.1/24 dev e0
ip -n h addr add 10.0.0.2/24 dev e1
ip -n h addr add 10.0.0.3/24 dev e1
ip link set e0 up
ip -n h link set e1 up
sleep 1.2
iptables -A INPUT -m recent --name seen --rcheck
iptables -A INPUT -m recent --name seen ! --rcheck
iptables -A INPUT -s 10.0.0.2 -m recent --name seen --set
iptables -A INPUT -m recent --name seen --rcheck --hitcount 2
iptables -A INPUT -m recent --name seen --update --hitcount 4 --seconds 100
iptables -A INPUT -m recent --name seen --rcheck --rttl
iptables -A INPUT -m recent --name other --rcheck
iptables -A INPUT -m recent --name net --set --mask 255.255.255.0
iptables -A INPUT -m recent --name net --rcheck --hitcount 5
ip netns exec h ping -q -c 4 -i 0.2 -I 10.0.0.2 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 2 -i 0.2 -I 10.0.0.3 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 1 -t 9 -I 10.0.0.2 10.0.0.1 > /dev/null
iptables -L INPUT -nvx
iptables -I INPUT -s 10.0.0.2 -m recent --name seen --remove
iptables -Z
ip netns exec h ping -q -c 1 -I 10.0.0.2 10.0.0.1 > /dev/null
iptables -L INPUT -nvx
iptables -m recent -h | sed -n '/match options/,$p'
