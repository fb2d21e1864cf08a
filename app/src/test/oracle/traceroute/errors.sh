#!/bin/bash
# What traceroute says to mistakes.
ip link set lo up
traceroute
traceroute no.such.host.invalid
traceroute -n 127.0.0.1
traceroute -n -m 0 127.0.0.1
traceroute -n -m 256 127.0.0.1
traceroute -n -q 0 127.0.0.1
traceroute -n -q 11 127.0.0.1
traceroute -n -f 40 127.0.0.1
traceroute -n -w -1 127.0.0.1
traceroute -Z 127.0.0.1
traceroute -n 127.0.0.1 70000
traceroute -n 10.0.0.1
traceroute -n -i nosuch 127.0.0.1
traceroute -n -s 9.9.9.9 127.0.0.1
traceroute -n 127.0.0.1 60 60
traceroute -V
