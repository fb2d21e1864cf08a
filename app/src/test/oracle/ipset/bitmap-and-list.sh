ipset create b bitmap:port range 0-1023
ipset create b2 bitmap:port
ipset create b3 bitmap:port range 10
ipset create b4 bitmap:port range 10-5
ipset add b 80
ipset add b tcp:81
ipset add b http-90
ipset add b 2000
ipset test b 81
ipset test b 3
ipset list b
ipset del b 80-81
ipset create bi bitmap:ip range 10.0.0.0/24
ipset create bi2 bitmap:ip range 10.0.0.0/8
ipset create bi3 bitmap:ip range 10.0.0.0/8 netmask 24
ipset create bi4 bitmap:ip range 10.0.0.1
ipset add bi 10.0.0.1-10.0.0.3
ipset add bi 10.0.1.3
ipset list bi
ipset list bi3
ipset create k hash:ip initval 1
ipset create n hash:net initval 1
ipset create l list:set
ipset add l n
ipset add l k
ipset add l b
ipset add l n
ipset add l l
ipset add l nosuch
ipset del l b
ipset add l b before n
ipset add l b4 after n
ipset add l b before nosuch
ipset test l n
ipset test l n before k
ipset test l b3
ipset test l n after b
ipset list l
ipset save
ipset destroy n
ipset destroy
ipset swap b b4
ipset swap n k
ipset swap n nosuch
ipset swap nosuch n
ipset rename n m
ipset destroy l
ipset rename n k
ipset rename n m
ipset rename n m
ipset list -n
ipset destroy
ipset list
