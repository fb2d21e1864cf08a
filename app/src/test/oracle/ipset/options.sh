ipset create x hash:ip maxelem 2 counters comment timeout 300 hashsize 10 bucketsize 6 initval 0x12345678
ipset list x
ipset add x 1.1.1.1 timeout 0 packets 3 bytes 4 comment "hello world"
ipset add x 1.1.1.2 timeout 0 comment 'a"b'
ipset add x 1.1.1.2 timeout 0 comment ""
ipset add x 1.1.1.3 timeout 0
ipset list x
ipset list x -o xml
ipset save x
ipset save x >saved
ipset destroy x
ipset restore <saved
ipset list x
ipset create t hash:ip timeout 3 initval 1
ipset add t 1.1.1.1
ipset add t 1.1.1.2 timeout 0
ipset add t 1.1.1.3 timeout 1
sleep 1.5
ipset test t 1.1.1.3
ipset test t 1.1.1.1
ipset list t -o save
sleep 2
ipset save t
ipset create foo hash:ip initval 1
ipset add foo 1.2.3.4 timeout 10
ipset add foo 1.2.3.5 comment abc
ipset add foo 1.2.3.5 packets 3
ipset add foo 1.2.3.5 skbmark 0x1
ipset add foo 1.2.3.5 bar 3
ipset add foo 1.2.3.5 nomatch
ipset create y hash:ip timeout
ipset create y hash:ip timeout abc
ipset create y hash:ip timeout 4294967
ipset create y hash:ip timeout 3 timeout 4
ipset create y hash:ip netmask 33
ipset create y hash:ip netmask 24 bitmask 255.255.0.0
ipset create y hash:ip family foo
ipset create y hash:ip nosuch
ipset create y hash:ip range 1-5
ipset create sk hash:ip skbinfo initval 1
ipset add sk 1.1.1.1 skbmark 0x10
ipset add sk 1.1.1.2 skbprio 1:10
ipset add sk 1.1.1.3 skbqueue 5
ipset add sk 1.1.1.4 skbmark 0xff/0xff00
ipset add sk 1.1.1.5 skbprio 1
ipset add sk 1.1.1.6 skbmark 5
ipset save sk -s
