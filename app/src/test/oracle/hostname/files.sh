#!/bin/bash
# Through /proc and sysctl.
hostname start
cat /proc/sys/kernel/hostname
sysctl kernel.hostname
hostname
hostname
uname -n
bash -c 'echo $HOSTNAME'
echo bytool >name
hostname --file name
hostname --short
hostname --all-ip-addresses
