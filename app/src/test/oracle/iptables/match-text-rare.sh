# What the matches of congestion, segments, numbers, routes, groups and security read, keep and print, and how they refuse.
iptables -A INPUT -m ecn --ecn-ip-ect 1
iptables -A INPUT -m ecn ! --ecn-ip-ect 3
iptables -A INPUT -p tcp -m ecn --ecn-tcp-ece ! --ecn-tcp-cwr
iptables -A INPUT -p tcp -m ecn ! --ecn-tcp-ece --ecn-tcp-cwr --ecn-ip-ect 0
iptables -A INPUT -m ecn --ecn-tcp-ece
iptables -A INPUT -m ecn
iptables -A INPUT -m ecn --ecn-ip-ect 4
iptables -A INPUT -p tcp -m tcpmss --mss 1:1000
iptables -A INPUT -p tcp --tcp-flags SYN,RST SYN -m tcpmss ! --mss 1460
iptables -A INPUT -p tcp -m tcpmss
iptables -A INPUT -m tcpmss --mss 5
iptables -A INPUT -p tcp -m tcpmss --mss 5:1
iptables -A INPUT -p tcp -m tcpmss --mss x
iptables -A INPUT -p tcp -m tcpmss --mss 70000
iptables -A INPUT -m u32 --u32 "6&0xFF=1"
iptables -A INPUT -m u32 ! --u32 "0 >> 22 & 0x3C @ 0 >> 24 = 0:3,8"
iptables -A INPUT -m u32 --u32 "4&0x3FFF=0 && 6&0xFF=17 && 0>>22&0x3C@8<<8=0x100:0x200"
iptables -A INPUT -m u32 --u32 "-5=1"
iptables -A INPUT -m u32
iptables -A INPUT -m u32 --u32 "6&0xFF"
iptables -A INPUT -m u32 --u32 "6=1&&"
iptables -A INPUT -m u32 --u32 "6?1"
iptables -A INPUT -m u32 --u32 ""
iptables -A INPUT -m u32 --u32 "6=1 x"
iptables -A INPUT -m u32 --u32 "6>1=2"
iptables -A INPUT -m u32 --u32 "1&2&3&4&5&6&7&8&9&10&11&12=1"
iptables -A INPUT -m u32 --u32 "6=1,2,3,4,5,6,7,8,9,10,11"
iptables -A INPUT -m u32 --u32 "6=0x1ffffffff"
iptables -t raw -A PREROUTING -m rpfilter
iptables -t mangle -A PREROUTING -m rpfilter --loose --validmark --accept-local --invert
iptables -A INPUT -m rpfilter
iptables -t raw -A OUTPUT -m rpfilter
iptables -t raw -A PREROUTING -m rpfilter ! --loose
iptables -A FORWARD -m devgroup --src-group 3
iptables -A FORWARD -m devgroup ! --src-group 0x10/0xff --dst-group 4
iptables -A FORWARD -m devgroup
iptables -A FORWARD -m devgroup --src-group x
iptables -A FORWARD -m devgroup --src-group default
iptables -A INPUT -m devgroup --dst-group 4
iptables -A OUTPUT -m devgroup --src-group 4
iptables -A INPUT -m realm --realm 10
iptables -A INPUT -m realm ! --realm 0x10/0xff
iptables -A INPUT -m realm --realm cosmos
iptables -A INPUT -m realm --realm foo
iptables -A INPUT -m realm
iptables -t mangle -A PREROUTING -m realm --realm 1
iptables -A INPUT -m cpu --cpu 0
iptables -A INPUT -m cpu ! --cpu 3
iptables -A INPUT -m cpu
iptables -A INPUT -m cpu --cpu x
iptables -A INPUT -p ah -m ah --ahspi 5
iptables -A INPUT -p ah -m ah ! --ahspi 5:10
iptables -A INPUT -p ah -m ah
iptables -A INPUT -m ah --ahspi 5
iptables -A INPUT -p ah -m ah --ahspi x
iptables -A INPUT -p ah -m ah --ahspi 10:5
iptables -A INPUT -p esp -m esp --espspi 5
iptables -A INPUT -p esp -m esp ! --espspi :10
iptables -A INPUT -p esp -m esp --espspi 7:
iptables -A INPUT -p esp -m esp
iptables -A INPUT -m esp --espspi 5
iptables -A INPUT -p esp -m esp --espspi x
iptables -A INPUT -p esp -m esp --espspi 10:5
iptables -S
iptables -nL
iptables -L FORWARD
iptables -t raw -nL PREROUTING
iptables -t raw -S PREROUTING
iptables -t mangle -S PREROUTING
iptables -t mangle -nL PREROUTING
for m in ecn tcpmss u32 rpfilter devgroup realm cpu ah esp; do
    iptables -m $m -h | sed -n "/match options/,\$p"
done
