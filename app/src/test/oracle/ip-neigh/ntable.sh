#!/bin/bash
# The parameters of neighbour tables.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip -4 ntable | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
ip -4 ntable show name arp_cache dev eth0 | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
ip -4 ntable change name arp_cache dev eth0 reachable 15000
ip -4 ntable change name arp_cache dev eth0 base_reachable 20000 retrans 500 delay_probe 2000
ip -4 ntable show dev eth0 | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
sysctl net.ipv4.neigh.eth0.base_reachable_time_ms net.ipv4.neigh.eth0.retrans_time_ms net.ipv4.neigh.eth0.delay_first_probe_time
ip ntable change name arp_cache dev eth0 queue 20
ip ntable change name arp_cache dev eth0 proxy_queue 20 proxy_delay 100 anycast_delay 100 locktime 50 app_probes 1 ucast_probes 4 mcast_probes 2 gc_stale 30000
ip -4 ntable show dev eth0 | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
ip netns add b
ip -n b ntable change name arp_cache thresh1 64 thresh2 256 thresh3 512 gc_int 10000
ip -n b ntable change name arp_cache queue 5
ip -4 ntable show name arp_cache | head -n 2
ip ntable change name nosuch dev eth0 queue 5
ip ntable change dev eth0 queue 5
ip ntable change name arp_cache
ip ntable change name arp_cache dev nosuch queue 5
ip ntable change name arp_cache dev eth0 queue x
ip ntable change name arp_cache dev eth0 bogus 5
ip ntable show dev nosuch
ip ntable show name nosuch
ip ntable show name
ip ntable frob
ip ntable help
ip -j -4 ntable show dev eth0 | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
ip -j -p -4 ntable show dev eth0  | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
ip -o -4 ntable show dev eth0 | sed 's/reachable\(":\| \|": \)[0-9]*/reachable\1N/'
