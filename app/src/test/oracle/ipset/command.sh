ipset
ipset foo
ipset version
ipset -v
ipset help
ipset help hash:ip
ipset help hash:net,port
ipset help list:set
ipset help foo | tail -n 1
ipset create
ipset create foo
ipset create foo hash:foo
ipset create foo hash:mac
ipset create abcdefghijklmnopqrstuvwxyz0123456789 hash:ip
ipset add foo
ipset add foo 1.1.1.1
ipset list bar
ipset flush bar
ipset rename bar
ipset destroy bar x
ipset list a b
ipset -o
ipset list -o foo
ipset -q
ipset n foo iphash initval 1
ipset -N foo2 nethash initval 1
ipset -A foo 1.1.1.1
ipset -T foo 1.1.1.1
ipset -D foo 1.1.1.1
ipset -L foo
ipset -E foo2 foo3
ipset -F
ipset x foo3
ipset list -n -o xml
ipset list -t -o xml foo
printf 'create a hash:ip initval 1\nadd a 1.1.1.1\nadd a 1.1.1.1\nadd a 1.1.1.2\n' | ipset restore
printf '\n# comment\nadd a 1.1.1.2 foo\n' | ipset restore
printf 'create c hash:ip initval 1\nadd c 1.1.1.1\nCOMMIT\n' | ipset restore
printf 'foo\n' | ipset restore
printf 'add nosuch 1.1.1.1\n' | ipset restore
printf 'add a 1.1.1.1\nadd a 1.1.1.9\nadd a 1.1.1.9\n' | ipset -! restore
printf 'add a 1.1.1.1/x\n' | ipset restore
printf 'restore\n' | ipset restore
printf 'destroy c\nrename a z\n' | ipset restore
printf 'list -n\nadd z 1.1.1.1\ntest z 1.1.1.1\nfoo\nquit\n' | ipset -
ipset restore -f /nonexistent
ipset save -f saved
cat saved
ipset destroy
ipset restore -f saved
ipset list
