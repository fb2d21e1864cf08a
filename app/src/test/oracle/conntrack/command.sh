#!/bin/bash
# The command: connections made, listed in every form, found, changed, deleted, counted, by hand; and its errors.
iptables -A INPUT -m conntrack --ctstate NEW
conntrack -L
conntrack -C
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 300
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53 -t 60 -m 7
conntrack -I -p udp -s 10.0.0.3 -d 10.0.0.2 --sport 1001 --dport 53 -t 60 -u SEEN_REPLY,ASSURED
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 5 -t 50
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1001 --dport 80 --state SYN_SENT -t 300 -r 10.0.0.9 -q 10.0.0.1 --reply-port-src 8080 --reply-port-dst 1001
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53 -t 60
conntrack -C
sleep 0.5
conntrack -L 2>/dev/null | sort
conntrack -L -o extended 2>/dev/null | sort
conntrack -L -o save 2>/dev/null | sort
conntrack -L -p tcp --state ESTABLISHED
conntrack -L -p udp --dport 53 -s 10.0.0.3
conntrack -L -s 10.0.0.0/30 2>/dev/null | wc -l
conntrack -L -s 10.0.0.1 --mask-src 255.255.255.0 2>/dev/null | wc -l
conntrack -L -u ASSURED
conntrack -L -u UNREPLIED 2>/dev/null | wc -l
conntrack -L -f ipv4 -p icmp
conntrack -L -f ipv6
conntrack -L expect
conntrack -L dying
conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53
conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 54
conntrack -U -p udp -s 10.0.0.1 -t 200
conntrack -U -p tcp -s 10.0.0.1 --dport 80 --sport 1000 -u ASSURED
conntrack -U -p tcp -s 10.0.0.1 --dport 80 --sport 1000 -u ASSURED
conntrack -D -p udp -s 10.0.0.3
conntrack -D -p udp -s 10.0.0.3
conntrack -D -p tcp --state LISTEN
conntrack -C
conntrack -F
conntrack -F expect
conntrack -C
conntrack -C expect
echo "# errors"
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 300
conntrack -I -p udp -s 10.0.0.1 --sport 1000 --dport 80 -t 300
conntrack -I -s 10.0.0.1 -d 10.0.0.2 -t 1
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -t 1
conntrack -L -p nothing
conntrack -L -p tcp --state NOTHING
conntrack -L --dport 80
conntrack -L -s x
conntrack -L nothing
conntrack -L -o nothing
conntrack -L -u NOTHING
conntrack -L -D
conntrack -Q
conntrack -V
conntrack --version
