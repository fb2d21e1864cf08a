# What the matches of owners, bridge ports, bytes, times and services read, keep and print, and how they refuse.
iptables -A OUTPUT -m owner --uid-owner 0
iptables -A OUTPUT -m owner ! --uid-owner 1000-2000
iptables -A OUTPUT -m owner --gid-owner root --suppl-groups
iptables -A OUTPUT -m owner --uid-owner root --gid-owner 5
iptables -A OUTPUT -m owner --socket-exists
iptables -A OUTPUT -m owner ! --socket-exists
iptables -A OUTPUT -m owner --uid-owner nosuchuser
iptables -A OUTPUT -m owner --uid-owner 5-1
iptables -A OUTPUT -m owner --gid-owner nosuchgroup
iptables -A OUTPUT -m owner --suppl-groups
iptables -A INPUT -m owner --uid-owner 0
iptables -A FORWARD -m physdev --physdev-in tap0 --physdev-is-bridged
iptables -A FORWARD -m physdev ! --physdev-in tap+
iptables -A FORWARD -m physdev --physdev-out tap1 --physdev-is-bridged
iptables -A FORWARD -m physdev --physdev-out tap1
iptables -A INPUT -m physdev --physdev-is-in
iptables -A FORWARD -m physdev ! --physdev-is-out
iptables -A FORWARD -m physdev ! --physdev-is-bridged ! --physdev-out tap2
iptables -A OUTPUT -m physdev --physdev-out tap2
iptables -A INPUT -m physdev --physdev-is-out
iptables -A INPUT -m physdev --physdev-in
iptables -A INPUT -m physdev --physdev-in averyveryverylongname
iptables -A INPUT -m string --string abc --algo bm
iptables -A INPUT -m string ! --string "a b'c\"d" --algo kmp --from 20 --to 100 --icase
iptables -A INPUT -m string --hex-string "|0d 0A|ab|ff|" --algo bm
iptables -A INPUT -m string --hex-string "abc" --algo bm
iptables -A INPUT -m string --hex-string 'a\|b' --algo bm
iptables -A INPUT -m string --hex-string "|0g|" --algo bm
iptables -A INPUT -m string --hex-string "|0" --algo bm
iptables -A INPUT -m string --hex-string "|012|" --algo bm
iptables -A INPUT -m string --string abc
iptables -A INPUT -m string --algo bm
iptables -A INPUT -m string --algo foo --string abc
iptables -A INPUT -m string --algo bm --string abc --hex-string abc
iptables -A INPUT -m string --algo bm --string ''
iptables -A INPUT -m string --algo bm --string abc --from 10 --to 5
iptables -A INPUT -m string --algo bm --string abc --from x
iptables -A INPUT -m string --algo bm --string abc --to 65535
iptables -A INPUT -m time --timestart 08:00 --timestop 18:00
iptables -A INPUT -m time --timestart 22:30:15 --timestop 6:15 --weekdays Mon,Tue,Fri
iptables -A INPUT -m time ! --weekdays 6,7 --monthdays 1,15,31
iptables -A INPUT -m time ! --monthdays 2,3 --kerneltz
iptables -A INPUT -m time --datestart 2026-01-01 --datestop 2026-12-31T23:59:59
iptables -A INPUT -m time --datestart 2026-01-01T10 --utc
iptables -A INPUT -m time --timestart 20:00 --timestop 04:00 --contiguous
iptables -A INPUT -m time --contiguous
iptables -A INPUT -m time --timestart 25:00
iptables -A INPUT -m time --timestart 10
iptables -A INPUT -m time --timestart 08:00:00:00
iptables -A INPUT -m time --weekdays Foo
iptables -A INPUT -m time --weekdays 8
iptables -A INPUT -m time --monthdays 32
iptables -A INPUT -m time --datestart foo
iptables -A INPUT -m time --datestart 2026-13-01
iptables -A INPUT -m time --datestart 2026-12-01 --datestop 2026-11-01
iptables -A INPUT -m time --timestart 18:00 --timestart 19:00
iptables -A INPUT -m quota --quota 1000
iptables -A INPUT -m quota ! --quota 18446744073709551615
iptables -A INPUT -m quota --quota x
iptables -A INPUT -m quota --quota 18446744073709551616
iptables -A INPUT -m tos --tos 0x10
iptables -A INPUT -m tos --tos 0x10/0x1f
iptables -A INPUT -m tos ! --tos Minimize-Delay
iptables -A INPUT -m tos --tos Normal-Service
iptables -A INPUT -m tos --tos 0xff/0xff
iptables -A INPUT -m tos --tos minimize-cost
iptables -A INPUT -m tos --tos Foo
iptables -A INPUT -m tos --tos 256
iptables -A INPUT -m dscp --dscp 10
iptables -A INPUT -m dscp ! --dscp 0x2e
iptables -A INPUT -m dscp --dscp-class EF
iptables -A INPUT -m dscp ! --dscp-class af11
iptables -A INPUT -m dscp --dscp-class CS3
iptables -A INPUT -m dscp --dscp-class BE
iptables -A INPUT -m dscp --dscp 64
iptables -A INPUT -m dscp --dscp x
iptables -A INPUT -m dscp --dscp-class FOO
iptables -A INPUT -m dscp --dscp 1 --dscp-class EF
iptables -A OUTPUT -m owner
iptables -A INPUT -m physdev
iptables -A INPUT -m time
iptables -A INPUT -m quota
iptables -A INPUT -m tos
iptables -A INPUT -m dscp
iptables -S
iptables -nL
iptables -L OUTPUT
iptables -L INPUT | grep tos
for m in owner physdev string time quota tos dscp; do
    iptables -m $m -h | sed -n "/match options/,\$p"
done
