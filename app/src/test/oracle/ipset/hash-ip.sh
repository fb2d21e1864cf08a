ipset create foo hash:ip initval 1
ipset create foo hash:ip initval 1
ipset create foo hash:net -exist
ipset create foo hash:ip hashsize 64 -exist
ipset list foo
ipset add foo 1.2.3.4
ipset add foo 1.2.3.4
ipset -exist add foo 1.2.3.4
ipset add foo 1.2.3.4/30
ipset add foo 1.2.3.8/30
ipset add foo 1.2.3.100-1.2.3.104
ipset add foo 1.2.3
ipset list foo
ipset -s list foo
ipset list foo -o xml
ipset save foo
ipset test foo 1.2.3.4
ipset test foo 9.2.3.4
ipset -q test foo 9.2.3.4
ipset del foo 9.2.3.4
ipset del -exist foo 9.2.3.4
ipset del foo 1.2.3.4
ipset list -terse
ipset list -name
ipset create nm hash:ip netmask 24 initval 2
ipset add nm 1.2.3.4
ipset add nm 1.2.4.0/22
ipset list nm
ipset create bm hash:ip bitmask 255.255.0.0 initval 2
ipset list bm
ipset add bm 0.0.0.0
ipset create full hash:ip maxelem 1 initval 3
ipset add full 1.1.1.1
ipset add full 1.1.1.2
ipset create c hash:ip counters initval 1
ipset add c 1.1.1.1 packets 4 bytes 5
ipset -exist add c 1.1.1.1
ipset -exist add c 1.1.1.1 packets 7
ipset list c
ipset create six hash:ip family inet6 netmask 64 initval 1
ipset add six 2001:db8::5
ipset add six 2001:db8::/126
ipset save six
ipset create rs hash:ip hashsize 64 bucketsize 2 initval 5
for i in $(seq 1 60); do ipset add rs 10.0.0.$i; done
ipset del rs 10.0.0.7
ipset del rs 10.0.0.17
ipset add rs 10.0.0.99
ipset list rs
ipset flush rs
ipset list rs
