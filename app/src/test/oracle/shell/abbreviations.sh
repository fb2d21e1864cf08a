#!/bin/bash
# Short forms.
ip l a v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip l s v0 up
ip li set v1 u
ip a a 10.0.0.1/24 dev v0
ip ad ad 10.0.0.2/24 dev v0
ip r a 10.1.0.0/16 via 10.0.0.9
ip ro
ip r s
ip n
ip ne a 10.0.0.9 ll 02:00:00:00:00:09 dev v0
ip n s
ip ru
ip ru a from 10.0.0.0/8 ta 7
ip ru l
ip net a red
ip net l
ip -n red a
ip a d 10.0.0.2/24 dev v0
ip -4 a s dev v0
ip r d 10.1.0.0/16
ip n d 10.0.0.9 dev v0
ip l d v0
ip -br l
ip m help 2>&1 | head -n 1
ip -o -4 -br a
bridge l
bridge f s
ip help 2>&1 | head -n 3
