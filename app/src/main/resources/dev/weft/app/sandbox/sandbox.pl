#!/usr/bin/perl
# Runs a command where nothing it does can change the host: in its own user, mount, pid, IPC and UTS namespaces and in an
# empty network namespace, with Weft's commands in front of and over the machine's own.
#
#     sandbox.pl RUNTIME-DIRECTORY COMMAND [ARGUMENT...]
#
# RUNTIME-DIRECTORY holds `socket` (the engine's), `client.pl`, `kernel.pl`, `sudo.pl`, and `names`, the commands' names.
#
# There are three processes. The *launcher* makes the outer user namespace and lays the mounts. *init* is pid 1 of the
# new pid namespace: when it ends, everything in it is killed, and it ends with the command, the launcher or the engine.
# The *command* goes one user namespace deeper, so that every mount laid by the launcher is locked for it.
use strict;

my ($runtime, @command) = @ARGV;
BEGIN { require "$ARGV[0]/kernel.pl" }

my $HOME     = '/run/weft';          # Weft's files as the command sees them
my $KEPT     = '/run/weft/.kept';    # what the covers are made of
my $launcher = $$;                    # by its process id the engine tells runs apart
my $is_root  = $> == 0;
my $cwd      = readlink('/proc/self/cwd');
my $user_map  = identity_map('/proc/self/uid_map', $>);
my $group_map = identity_map('/proc/self/gid_map', $) + 0);

sub refuse {
    my ($what) = @_;
    print STDERR "weft: this machine does not allow $what: $!\n",
        "weft: without it a script could reach the host's network, so nothing was run",
        $is_root ? "\n" : "; --path-only runs it unprotected, with Weft's commands first in PATH only\n";
    exit 125;
}

# Root keeps all the ids that it has; anyone else can only become the root of the new namespace.
sub identity_map {
    my ($file, $id) = @_;
    return "0 $id 1\n" unless $is_root;
    open(my $map, '<', $file) or refuse('reading /proc');
    return join '', map { my ($inside, undef, $count) = split; "$inside $inside $count\n" } <$map>;
}

sub write_file {
    my ($path, $text) = @_;
    open(my $file, '>', $path) or return 0;
    syswrite($file, $text) or return 0;
    return close $file;
}

# unshare(2) with CLONE_NEWUSER; a child that stays behind writes the maps, since only the parent namespace may.
sub enter_user_namespace {
    my ($flags, $users, $groups) = @_;
    pipe(my $read, my $write) or refuse('pipes');
    my $pid    = $$;
    my $mapper = fork;
    defined $mapper or refuse('processes');
    if (!$mapper) {
        close $write;
        sysread($read, my $go, 1) or exit 1;
        $is_root or write_file("/proc/$pid/setgroups", 'deny');
        exit(write_file("/proc/$pid/gid_map", $groups) && write_file("/proc/$pid/uid_map", $users) ? 0 : 1);
    }
    close $read;
    kernel::unshare(kernel::CLONE_NEWUSER | $flags) or refuse('user namespaces');
    syswrite($write, '.');
    waitpid($mapper, 0);
    $? == 0 or refuse('mapping user ids');
}

sub directory {
    my ($path) = @_;
    return if -d $path;
    $path =~ m{^(.+)/[^/]+$} and directory($1);
    mkdir $path, 0755;
}

sub touch { open(my $file, '>>', $_[0]) or refuse("making $_[0]") }

sub tmpfs {
    my ($path) = @_;
    directory($path);
    kernel::mount('tmpfs', $path, 'tmpfs', kernel::MS_NOSUID | kernel::MS_NODEV, 'mode=755')
        or refuse("mounting a tmpfs on $path");
}

# ---- the launcher's covers

# Directories under a cover that stay the real ones: those in which the user works.
sub remember {
    my %seen;
    my @kept;
    for my $path ($cwd, $ENV{TMPDIR} || '', map { m{^(/.*)/[^/]+$} ? $1 : () } @command) {
        next if $seen{$path}++ || $path !~ m{^/(?:run|var|opt|srv)/.} || !-d $path;
        my $fd = kernel::path($path);
        push @kept, [$path, $fd] if defined $fd;
    }
    return @kept;
}

sub restore {
    for my $kept (@_) {
        my ($path, $fd) = @$kept;
        directory($path);
        kernel::bind("/proc/self/fd/$fd", $path, kernel::MS_REC) or refuse("mounting $path");
    }
}

# A private /run hides the sockets through which the host's services take orders (D-Bus, systemd, Docker).
sub cover_run {
    my $socket = kernel::path("$runtime/socket");
    defined $socket or refuse("opening $runtime/socket");
    my %files = map { $_ => slurp("$runtime/$_") } qw(client.pl namespaces.pl kernel.pl sudo.pl timeout.pl names);
    tmpfs('/run');
    -l '/var/run' or !-d '/var/run' or kernel::bind('/run', '/var/run') or refuse('mounting /var/run');
    directory("$HOME/$_") for qw(bin lib real views);
    directory('/run/lock');
    directory($KEPT);
    touch("$HOME/socket");
    kernel::bind("/proc/self/fd/$socket", "$HOME/socket") or refuse('mounting the socket');
    for my $name (qw(client.pl namespaces.pl kernel.pl sudo.pl timeout.pl)) {
        $files{$name} =~ s/\@HOME\@/$HOME/g;
        $files{$name} =~ s/\@SANDBOX\@/$launcher/g;
        write_file("$HOME/lib/$name", $files{$name}) or refuse("writing $HOME/lib");
        chmod 0755, "$HOME/lib/$name";
    }
    for my $name (split ' ', $files{names}) {
        my $script = $name eq 'sudo' || $name eq 'timeout' ? "$name.pl" : 'client.pl';    # two need no engine
        link "$HOME/lib/$script", "$HOME/bin/$name";
    }
    link "$HOME/lib/client.pl", "$HOME/lib/weft-sync";
    my ($date) = grep { -e "$HOME/real$_" || -e $_ } qw(/usr/bin/date /bin/date);
    symlink "$HOME/real$date", "$HOME/lib/date" if $date;
}

sub slurp {
    open(my $file, '<', $_[0]) or refuse("reading $_[0]");
    local $/;
    return scalar <$file>;
}

# What is written below `path` goes to memory and is gone with the run.
sub throw_away {
    my ($path) = @_;
    return if -l $path || !-d $path;
    my $kept = "$KEPT$path";
    directory("$kept/$_") for qw(upper work);
    kernel::mount('overlay', $path, 'overlay', 0, "lowerdir=$path,upperdir=$kept/upper,workdir=$kept/work")
        or protect($path);
}

# Others than root could not write there anyway.
sub protect {
    my ($path) = @_;
    return if !$is_root || -l $path || !-d $path;
    kernel::bind($path, $path, kernel::MS_REC) && kernel::read_only($path, 1) or refuse("mounting $path read-only");
}

# Weft's commands stand at every path where a system has such commands, installed or not.
sub cover_commands {
    my ($directory) = @_;
    return if -l $directory || !-d $directory;
    my $real = "$HOME/real$directory";
    directory($real);
    kernel::bind($directory, $real) or refuse("mounting $directory");
    return if kernel::mount('overlay', $directory, 'overlay', kernel::MS_RDONLY, "lowerdir=$HOME/bin:$real");
    for my $ours (glob "$HOME/bin/*") {
        my $theirs = $directory . substr($ours, length "$HOME/bin");
        next unless -e $theirs;
        kernel::bind($ours, $theirs) or refuse("mounting $theirs");
    }
}

# Only the devices that every program needs: as root, the others are the host itself.
sub cover_dev {
    my $new = "$KEPT/dev";
    tmpfs($new);
    for my $name (qw(null zero full random urandom tty)) {
        next unless -e "/dev/$name";
        touch("$new/$name");
        kernel::bind("/dev/$name", "$new/$name") or refuse("mounting /dev/$name");
    }
    mkdir "$new/$_" for qw(pts shm);
    kernel::bind('/dev/pts', "$new/pts", kernel::MS_REC) if -d '/dev/pts';
    chmod 01777, "$new/shm";
    symlink 'pts/ptmx',        "$new/ptmx";
    symlink '/proc/self/fd',   "$new/fd";
    symlink '/proc/self/fd/0', "$new/stdin";
    symlink '/proc/self/fd/1', "$new/stdout";
    symlink '/proc/self/fd/2', "$new/stderr";
    kernel::bind($new, '/dev', kernel::MS_REC) or refuse('mounting /dev');
}

# A sysfs of the empty network namespace.
sub cover_sys {
    return unless -d '/sys/kernel';
    kernel::mount('sysfs', '/sys', 'sysfs', kernel::MS_RDONLY | kernel::MS_NOSUID | kernel::MS_NODEV | kernel::MS_NOEXEC)
        or kernel::bind('/sys', '/sys', kernel::MS_REC) && kernel::read_only('/sys', 1)
        or refuse('mounting /sys read-only');
}

# The kernel's settings belong to the host, but for those that the engine answers for.
sub cover_proc {
    kernel::mount('proc', '/proc', 'proc', kernel::MS_NOSUID | kernel::MS_NODEV | kernel::MS_NOEXEC)
        or refuse('mounting /proc');
    for my $path (qw(sys sysrq-trigger irq bus acpi fs scsi)) {
        next unless -e "/proc/$path";
        kernel::bind("/proc/$path", "/proc/$path", kernel::MS_REC) && kernel::read_only("/proc/$path", 1)
            or refuse("mounting /proc/$path read-only");
    }
}

# Where the machine lends us FUSE, the engine itself answers for these directories; it tells by the process that asks
# which network namespace is meant.
my @VIEWS = split ' ', slurp("$runtime/views");

# /proc/net is a symbolic link, so its view is mounted elsewhere.
sub place { return $_[0] eq '/proc/net' ? "$HOME/proc-net" : $_[0] }

sub open_fuse {
    my %devices;
    for my $view (@VIEWS) {
        sysopen($devices{$view}, '/dev/fuse', 2) or return;
    }
    return %devices;
}

sub mount_views {
    my (%devices) = @_;
    for my $view (@VIEWS) {
        directory(place($view));
        if (%devices) {
            my $options = 'fd=' . fileno($devices{$view}) . ',rootmode=40555,user_id=0,group_id=0,allow_other';
            kernel::mount('weft', place($view), 'fuse', kernel::MS_NOSUID | kernel::MS_NODEV | kernel::MS_NOEXEC, $options)
                or refuse("FUSE on $view");
        } else {
            my $copy = "$HOME/views/first" . ($view =~ tr{/}{-}r =~ s/^-/\//r);
            directory($copy);
            kernel::bind($copy, place($view)) or refuse("mounting $view");
        }
        cover_proc_net() if $view eq '/proc/net';
    }
}

sub cover_proc_net {
    symlink "$HOME/proc-net", "$KEPT/net";
    kernel::mount_link("$KEPT/net", '/proc/net') or refuse('mounting /proc/net');
}

# ---- the three processes

# A message is its type, its length and its bytes.
sub message { my ($type, @fields) = @_; return $type . pack('V/a*', join "\0", @fields) }

sub launch {
    enter_user_namespace(
        kernel::CLONE_NEWNS | kernel::CLONE_NEWNET | kernel::CLONE_NEWIPC | kernel::CLONE_NEWUTS | kernel::CLONE_NEWPID,
        $user_map, $group_map);
    kernel::mount('none', '/', 'none', kernel::MS_REC | kernel::MS_PRIVATE) or refuse('mount namespaces');
    my $init = fork;
    defined $init or refuse('pid namespaces');
    $init or init();
    $SIG{INT} = $SIG{QUIT} = 'IGNORE';
    for my $signal (qw(TERM HUP)) {
        $SIG{$signal} = sub { kill 'KILL', $init; waitpid($init, 0); $SIG{$signal} = 'DEFAULT'; kill $signal, $$ };
    }
    1 while waitpid($init, 0) != $init && $! == 4;
    tidy() unless call();
    exit($? & 127 ? 128 + ($? & 127) : $? >> 8);
}

# A connection to the engine; nothing if it is gone.
sub call {
    my $engine;
    return socket($engine, 1, 1, 0) && connect($engine, pack('Sa108', 1, "$runtime/socket")) ? $engine : undef;
}

# The engine was killed and could not do this itself.
sub tidy {
    unlink glob "$runtime/*";
    rmdir $runtime;
}

sub init {
    kernel::die_with_parent(9);
    my $engine = call() or refuse('reaching the engine');
    my @kept = remember();
    my %fuse = open_fuse();
    cover_run();
    throw_away($_) for qw(/etc /var);
    protect($_) for qw(/usr /bin /sbin /boot /lib /lib32 /lib64 /libx32);
    cover_commands($_) for qw(/bin /sbin /usr/bin /usr/sbin /usr/local/bin /usr/local/sbin);
    cover_dev();
    cover_sys();
    cover_proc();
    mount_views(%fuse);
    restore(@kept);
    my @views = sort keys %fuse;
    my @fds = (kernel::path('/proc'), kernel::path("$HOME/views"), map { fileno $fuse{$_} } @views);
    kernel::sendmsg($engine, message('B', $launcher, @views), @fds) or refuse('passing descriptors');
    %fuse = ();
    pipe(my $started, my $start) or refuse('pipes');
    my $pid = fork;
    defined $pid or refuse('processes');
    $pid or command($engine);
    close $start;
    $SIG{INT} = $SIG{QUIT} = $SIG{HUP} = $SIG{TERM} = 'IGNORE';
    exit supervise($engine, $started, $pid);
}

# Reaps whatever ends in this pid namespace until the command does, or the engine.
sub supervise {
    my ($engine, $started, $command) = @_;
    my $status = 125 << 8;
    my $watcher = watch($engine, $started);
    while ((my $pid = waitpid(-1, 0)) > 0) {
        $status = $?, last if $pid == $command;
        next if $pid != $watcher;
        last if $? == 0;
        $watcher = watch($engine, $started);    # the command killed it
    }
    return $status & 127 ? 128 + ($status & 127) : $status >> 8;
}

# A process that ends well when the engine is gone.
sub watch {
    my ($engine, $started) = @_;
    my $watcher = fork;
    defined $watcher or refuse('processes');
    return $watcher if $watcher;
    sysread($started, my $end, 1);    # the command closes its side when it is executed
    sysread($engine, $end, 1);
    exit 0;
}

# One user namespace deeper, with namespaces of its own kind for all that a script may change.
sub command {
    my ($engine) = @_;
    enter_user_namespace(
        kernel::CLONE_NEWNS | kernel::CLONE_NEWNET | kernel::CLONE_NEWIPC | kernel::CLONE_NEWUTS,
        identity($user_map), identity($group_map));
    tmpfs('/run/netns');
    kernel::mount('none', '/run/netns', 'none', kernel::MS_SHARED) or refuse('sharing /run/netns');
    my $namespace = kernel::path('/proc/self/ns/net');
    my @identity  = stat('/proc/self/ns/net');
    kernel::sendmsg($engine, message('N', $identity[1]), $namespace) or refuse('reaching the engine');
    sysread($engine, my $go, 64) or exit 125;
    my $errand = substr $go, 5;
    system("$HOME/lib/$errand") if $errand ne '';    # shows names that the network has already
    chdir $cwd;
    $ENV{PATH} = "$HOME/bin:" . ($ENV{PATH} || '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin');
    close $engine;
    { no warnings; exec { $command[0] } @command }
    my $status = $!{ENOENT} ? 127 : 126;
    print STDERR "weft: $command[0]: $!\n";
    exit $status;
}

sub identity { my ($map) = @_; return join '', map { my ($inside, undef, $count) = split; "$inside $inside $count\n" } split /^/, $map }

launch();
