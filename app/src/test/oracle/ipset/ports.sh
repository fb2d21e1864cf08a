ipset create p hash:ip,port initval 1
ipset add p 1.1.1.1,80
ipset add p 1.1.1.1,udp:80
ipset add p 1.1.1.1,tcp:http
ipset add p 1.1.1.1,tcp:100-103
ipset add p 1.1.1.0/30,tcp:1
ipset add p 1.1.1.9,icmp:echo-request
ipset add p 1.1.1.9,icmp:3/1
ipset add p 1.1.1.9,icmp
ipset add p 1.1.1.9,gre:0
ipset add p 1.1.1.9,47:0
ipset add p 1.1.1.9,47:5
ipset add p 1.1.1.9,foo:5
ipset add p 1.1.1.9,tcp:foo
ipset add p 1.1.1.9,tcp:
ipset add p 1.1.1.9
ipset add p 1.1.1.9,tcp:99999
ipset add p 1.1.1.9,80,1.1.1.1
ipset add p 1.1.1.9,icmp:foo
ipset add p 1.1.1.9,icmpv6:1
ipset test p 1.1.1.1,80
ipset test p 1.1.1.1,tcp:80-90
ipset test p 1.1.1.0/24,80
ipset list p
ipset create np hash:net,port initval 1
ipset add np 10.0.0.0/24,80-83
ipset add np 10.0.0.1,udp:53 nomatch
ipset add np 10.0.0.0-10.0.0.6,90
ipset test np 10.0.0.1,80
ipset test np 10.0.0.1,udp:53
ipset save np
ipset create ippi hash:ip,port,ip initval 1
ipset add ippi 1.1.1.1,80-82,2.2.2.2
ipset add ippi 1.1.1.1,80-82,2.2.2.0/31
ipset list ippi
ipset create ippn hash:ip,port,net initval 1
ipset add ippn 1.1.1.1,80-82,2.2.2.0/24
ipset test ippn 1.1.1.1,81,2.2.2.9
ipset list ippn
ipset create np6 hash:net,port family inet6 initval 1
ipset add np6 2001::/16,80
ipset add np6 2001::/16,icmpv6:echo-request
ipset add np6 2001::/16,icmpv6:200/3
ipset add np6 2001::/16,icmp:1/1
ipset list np6
