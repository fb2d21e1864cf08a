#!/bin/bash
# What hostname says to mistakes.
hostname lab
hostname -z
hostname a b
hostname ""
hostname "two words"
hostname under_score
hostname $(printf 'a%.0s' {1..70})
hostname -F missing
echo fromfile >name
hostname -F name
hostname
printf '# comment\n\nsecond\n' >name
hostname -F name
hostname
hostname -V
hostname --version
domainname
