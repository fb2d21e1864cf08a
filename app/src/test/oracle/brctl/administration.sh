#!/bin/bash
# brctl, as it was used for twenty years.
ip link add e0 address 02:00:00:00:00:30 type veth peer name p0 address 02:00:00:00:00:20
ip link add e1 address 02:00:00:00:00:31 type veth peer name p1 address 02:00:00:00:00:21
ip link set e0 up
ip link set e1 up
brctl addbr br0
brctl addbr br0
brctl addif br0 p0 p1
brctl addif br0 p0
brctl addif br0 nosuch
brctl addif nosuch p0
brctl addif br0 lo
ip link set br0 address 02:00:00:00:00:10
ip link set br0 up
ip link set p0 up
ip link set p1 up
sleep 1.2
brctl show
brctl show br0
brctl show nosuch
brctl showmacs br0 | cut -f1-3
brctl showstp br0 | head -n 4
brctl setfd br0 4
brctl sethello br0 1
brctl setmaxage br0 10
brctl setageing br0 100
brctl setageing br0 x
brctl setbridgeprio br0 100
brctl setpathcost br0 p0 10
brctl setportprio br0 p0 3
brctl setportprio br0 e0 3
brctl setpathcost br0 p0 999999
brctl hairpin br0 p0 on
brctl hairpin br0 p0 maybe
brctl stp br0 on
brctl stp br0 perhaps
brctl setfd br0 100
brctl showstp br0 | tail -n +5 | head -n 5
brctl stp br0 off
brctl delif br0 p0
brctl delif br0 p0
brctl delbr br0
ip link set br0 down
brctl delbr br0
brctl delbr br0
brctl delbr p0
brctl frob
brctl addbr
brctl addbr averyveryverylongname
brctl --version
brctl show
