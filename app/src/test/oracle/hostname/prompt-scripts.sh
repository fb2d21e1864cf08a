#!/bin/bash
# As scripts use it.
hostname node1
name=$(hostname)
echo "configuring $name"
case $(hostname) in node*) echo yes ;; *) echo no ;; esac
ip link add $name-a address 02:00:00:00:00:01 type veth peer name $name-b address 02:00:00:00:00:02
ip -br link show $name-a
ip addr add 10.0.0.1/24 dev $name-a
hostname -I | wc -w
if [ "$(hostname -I)" = "10.0.0.1 " ]; then echo one address; fi
for n in 2 3; do hostname node$n; hostname; done
hostname $name && hostname
