ipset create n hash:net counters initval 1
ipset add n 10.0.0.0/8
ipset add n 10.0.0.1
ipset add n 10.1.0.0/16 nomatch
ipset add n 10.2.3.4/16
ipset add n 0.0.0.0/0
ipset add n 1.0.0.0-1.0.0.10
ipset add n 10.0.0.0/33
ipset test n 10.1.2.3
ipset test n 10.1.0.0/16
ipset test n 10.1.0.0/16 nomatch
ipset test n 10.2.2.3
ipset test n 10.0.0.0/9
ipset test n 10.0.0.0/8
ipset test n 1.1.1.1-1.1.1.4
ipset list n
ipset save n
ipset del n 10.0.0.0/8
ipset test n 10.9.9.9
ipset create n6 hash:net family inet6 initval 1
ipset add n6 fe80::/10
ipset add n6 ::/0
ipset add n6 2001:db8::1
ipset add n6 1.1.1.1
ipset add n6 2001:db8::1-2001:db8::3
ipset list n6
ipset create ni hash:net,iface initval 1
for i in 0 1 2 3; do ipset add ni 10.0.0.0/8,eth$i; ipset add ni 10.$i.0.0/16,e$i; done
ipset add ni 10.0.0.0/8,wl wildcard
ipset add ni 10.0.0.0/8,physdev:eth0
ipset add ni 0.0.0.0/0,eth0
ipset add ni 10.0.0.0/8
ipset add ni 10.0.0.0/8,abcdefghijklmnopqrstuvwxyz
ipset test ni 10.0.0.1,wl9
ipset test ni 1.0.0.1,eth0
ipset list ni
