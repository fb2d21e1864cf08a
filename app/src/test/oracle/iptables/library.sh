#!/bin/bash
# The command lines that go-iptables and its like run, and the answers that they rely on.
iptables --version
iptables -t filter -S --wait
iptables -t filter -N TEST-1 --wait
iptables -t filter -N TEST-1 --wait
iptables -t filter -F TEST-1 --wait
iptables -t filter -S TEST-1 1 --wait
iptables -t filter -S TEST-2 1 --wait
iptables -t filter -A TEST-1 -s 192.0.2.0/24 -d 203.0.113.1/32 -j ACCEPT --wait
iptables -t filter -C TEST-1 -s 192.0.2.0/24 -d 203.0.113.1/32 -j ACCEPT --wait
iptables -t filter -C TEST-1 -s 192.0.2.0/24 -d 203.0.113.2/32 -j ACCEPT --wait
iptables -t filter -C TEST-2 -s 192.0.2.0/24 -j ACCEPT --wait
iptables -t filter -I TEST-1 2 -s 198.51.100.0/24 -d 203.0.113.2/32 -j ACCEPT --wait 5
iptables -t filter -I TEST-1 1 ! -s 192.0.2.0/24 ! -d 203.0.113.2/32 -m comment --comment "it's \"me\"" --wait 5
iptables -t filter -I TEST-1 9 -s 192.0.2.0/24 -j ACCEPT --wait
iptables -t filter -R TEST-1 3 -s 192.0.2.9/24 -p tcp --dport 80 -j ACCEPT --wait
iptables -t filter -S TEST-1 --wait
iptables -t filter -v -S TEST-1 --wait
iptables -t filter -S TEST-1 2 --wait
iptables -t filter -v -S TEST-1 2 --wait
iptables -t filter -S TEST-1 9 --wait
iptables -t filter -L TEST-1 -n -v -x --wait
iptables -t filter -D TEST-1 -s 192.0.2.0/24 -p tcp -m tcp --dport 80 -j ACCEPT --wait
iptables -t filter -D TEST-1 -s 192.0.2.0/24 -p tcp -m tcp --dport 80 -j ACCEPT --wait
iptables -t filter -D TEST-1 2 --wait
iptables -t filter -D TEST-1 2 --wait
iptables -t filter -X TEST-1 --wait
iptables -t filter -E TEST-1 TEST-2 --wait
iptables -t filter -F TEST-2 --wait
iptables -t filter -X TEST-2 --wait
iptables -t filter -X TEST-2 --wait
iptables -t filter -L TEST-2 -n -v -x --wait
iptables -t filter -P INPUT DROP --wait
iptables -t filter -P INPUT REJECT --wait
iptables -t nat -A PREROUTING -i lo -p tcp -m tcp --dport 3000 -j DNAT --to-destination 127.0.0.1:3000 --wait
iptables -t nat -S PREROUTING 1 --wait
iptables -F --wait
iptables -X --wait
iptables -t nosuch -S --wait
# A batch, one with a mistake, one that is only tried.
printf '*filter\n-N TEST-1\n-A TEST-1 -m comment --comment "it'\''s \\"me\\"" -j DROP\n-P INPUT ACCEPT\nCOMMIT\n*nat\n-F PREROUTING\nCOMMIT\n' | iptables-restore --noflush --wait
printf '*filter\n:TEST-1 - [0:0]\n-A TEST-1 -j NOSUCH\nCOMMIT\n' | iptables-restore --noflush --wait 5
printf '*filter\n-A TEST-3 -j DROP\nCOMMIT\n' | iptables-restore --noflush --wait
printf '*filter\n-A INPUT -j DROP\nCOMMIT\n' | iptables-restore --noflush --test --wait
printf '*filter\n-N TEST-1\nCOMMIT\n' | iptables-restore --noflush --wait
iptables-save -c -t filter
iptables-save -c -t nat
iptables-save -t nosuch
