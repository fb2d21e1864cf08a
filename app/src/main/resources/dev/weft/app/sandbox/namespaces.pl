# What a command does itself to real network namespaces, which stand for the virtual ones.
package namespaces;
use strict;
require '@HOME@/lib/kernel.pl';

my $HOME      = '@HOME@';
my $DIRECTORY = '/run/netns';

# A new real namespace, kept under its name as `ip netns add` keeps it.
sub make {
    my ($name) = @_;
    touch($name);
    return kernel::unshare(kernel::CLONE_NEWNET()) && kernel::bind('/proc/self/ns/net', "$DIRECTORY/$name");
}

# Only the name: the real namespace is made when something is first executed in it.
sub touch {
    my ($name) = @_;
    return sysopen(my $file, "$DIRECTORY/$name", 01 | 0100, 0444);
}

sub unmake {
    my ($name) = @_;
    kernel::umount("$DIRECTORY/$name", kernel::MNT_DETACH());
    return unlink "$DIRECTORY/$name";
}

# The directory's state, then each name with the inode number of its namespace, 0 for what is none.
sub list {
    my @state = stat $DIRECTORY;
    my $device = (stat '/proc/self/ns/net')[0];
    opendir(my $directory, $DIRECTORY) or return '';
    my @entries;
    for my $name (sort grep { !/^\.\.?$/ } readdir $directory) {
        my @stat = stat "$DIRECTORY/$name";
        push @entries, $name, @stat && $stat[0] == $device ? $stat[1] : 0;
    }
    return ("$state[7]:$state[9]", @entries);
}

# Moves this process to a namespace as `ip netns exec` does: with a mount namespace of its own, in which the files of
# /etc/netns/NAME lie over those of /etc.
sub enter {
    my ($name, $view) = @_;
    open(my $namespace, '<', "$DIRECTORY/$name")
        or return complain("Cannot open network namespace \"$name\": $!");
    kernel::setns(fileno $namespace, kernel::CLONE_NEWNET()) or make($name)
        or return complain("setting the network namespace \"$name\" failed: $!");
    kernel::unshare(kernel::CLONE_NEWNS()) or return complain("unshare failed: $!");
    kernel::mount('', '/', 'none', kernel::MS_SLAVE() | kernel::MS_REC())
        or return complain("\"mount --make-rslave /\" failed: $!");
    for my $file (glob "/etc/netns/$name/*") {
        my ($base) = $file =~ m{([^/]+)$};
        kernel::bind($file, "/etc/$base") or print STDERR "Bind $file -> /etc/$base failed: $!\n";
    }
    $view eq '' or show($view);
    return 1;
}

# Lays the copies of what the kernel shows of the namespace over the places where the kernel shows it.
sub show {
    my ($view) = @_;
    for my $copy (glob "$HOME/views/$view/*") {
        my ($place) = $copy =~ m{([^/]+)$};
        $place = $place eq 'proc-net' ? "$HOME/proc-net" : '/' . $place =~ tr{-}{/}r;
        kernel::bind($copy, $place) or complain("Bind $copy -> $place failed: $!");
    }
}

sub complain { print STDERR "$_[0]\n"; return 0 }

# Becomes the program; 1 if that fails and 255 if there is no such namespace, as with `ip`. Before, the engine hears which real namespace it runs in.
sub become {
    my ($report, $name, $view, @words) = @_;
    $name eq '' or enter($name, $view) or exit 255;
    $report->((stat '/proc/self/ns/net')[1]);
    $SIG{$_} = 'DEFAULT' for grep { ref $SIG{$_} } keys %SIG;
    no warnings;
    exec { $words[0] } @words or complain("exec of \"$words[0]\" failed: $!");
    exit 1;
}

# Runs the program and tells the real namespace and the status.
sub run {
    my (@order) = @_;
    my $inode = '';
    pipe(my $read, my $write) or return;
    my $child = fork;
    defined $child or return;
    $child or become(sub { syswrite $write, $_[0] }, @order);
    close $write;
    sysread($read, $inode, 32);
    1 while waitpid($child, 0) != $child && $! == 4;
    return ($inode, $? & 127 ? 128 + ($? & 127) : $? >> 8);
}

1;
