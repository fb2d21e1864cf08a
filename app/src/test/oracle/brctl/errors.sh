#!/bin/bash
# What brctl says to mistakes.
brctl
brctl foo
brctl addbr
brctl addbr toolongnameforabridge
brctl delbr nosuch
brctl addif nosuch lo
brctl addbr br0
brctl addif br0
brctl addif br0 nosuch
brctl addif br0 lo
brctl addif br0 br0
brctl delif br0 nosuch
brctl stp br0
brctl stp br0 maybe
brctl stp nosuch on
brctl setfd br0 x
brctl setfd br0 1000
brctl sethello br0 0
brctl setpathcost br0 nosuch 5
brctl setportprio br0 lo 5
brctl hairpin br0 lo on
brctl showstp nosuch
brctl show nosuch
brctl show lo
brctl --version
brctl help 2>&1 | head -n 3
