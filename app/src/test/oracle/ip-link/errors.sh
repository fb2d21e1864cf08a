#!/bin/bash
# What ip link says when it is asked for something impossible.
ip link add eth0 type veth peer name eth1
ip link add eth0 type veth peer name eth2
ip link add eth2 type veth peer name eth1
ip link add eth3 type nosuchtype
ip link add eth3
ip link add type
ip link add name toolongnamefordevice type veth
ip link del
ip link del nosuch
ip link del lo
ip link set
ip link set nosuch up
ip link set eth0 upp
ip link set eth0 master nosuch
ip link set eth0 master eth1
ip link set eth0 nomaster
ip link set eth0 address 02:00:00
ip link set eth0 address ff:ff:ff:ff:ff:ff
ip link set eth0 address 01:00:5e:00:00:01
ip link set eth0 address hello
ip link set eth0 netns 999999
ip link foo
ip link show dev
ip link show a b
ip lnik
ip -z link
