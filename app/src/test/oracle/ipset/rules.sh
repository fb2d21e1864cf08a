ipset create k hash:ip initval 1
ipset create np hash:net,port initval 1
iptables-legacy -A INPUT -m set --match-set nosuch src -j ACCEPT
iptables-legacy -A INPUT -m set --match-set k
iptables-legacy -A INPUT -m set --match-set k src,dst,src,dst,src,dst,src -j ACCEPT
iptables-legacy -A INPUT -m set --match-set k foo
iptables-legacy -A INPUT -m set
iptables-legacy -A INPUT -m set --match-set k src -m set ! --match-set np dst,src --return-nomatch -j ACCEPT
iptables-legacy -A INPUT -m set --match-set k src --packets-eq 3 --bytes-gt 4 ! --update-counters ! --update-subcounters -j ACCEPT
iptables-legacy -A INPUT -m set --match-set k src ! --packets-eq 3 --bytes-lt 4 -j ACCEPT
iptables-legacy -A INPUT -m set --match-set k src ! --packets-gt 3
iptables-legacy -A INPUT -m set --match-set k src --packets-eq x
iptables-legacy -A INPUT -m set --match-set k src --packets-eq 1 --packets-gt 5
iptables-legacy -A INPUT -m set --match-set k src --match-set np src
iptables-legacy -A INPUT -m set --match-set abcdefghijklmnopqrstuvwxyz0123456789 src
iptables-legacy -A INPUT -j SET
iptables-legacy -A INPUT -j SET --add-set nosuch src
iptables-legacy -A INPUT -j SET --add-set k src
iptables-legacy -A INPUT -j SET --add-set k src --exist --timeout 10
iptables-legacy -A INPUT -j SET --add-set k src --del-set np src,dst
iptables-legacy -A INPUT -j SET --map-set k src
iptables-legacy -A INPUT -j SET --map-set k src --map-mark
iptables-legacy -t mangle -A INPUT -j SET --map-set k src --map-mark --map-prio --map-queue
iptables-legacy -t mangle -A INPUT -j SET --map-set k src --map-mark
iptables-legacy -A INPUT -j SET --add-set k src --timeout x
iptables-legacy -A INPUT -j SET --add-set k src --add-set k src
iptables-legacy -S INPUT
iptables-legacy -L INPUT -n
iptables-legacy -t mangle -S INPUT
ip6tables-legacy -A INPUT -m set --match-set k src
ipset list k
ipset destroy k
ipset rename k kk
iptables-legacy -F
iptables-legacy -t mangle -F
ipset rename k kk
ipset destroy
