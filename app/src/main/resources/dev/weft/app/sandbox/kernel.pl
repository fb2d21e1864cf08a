# System calls that perl has no words for, under their manual-page names. Debian's perl-base has no module for them, and
# loading POSIX would cost 15 ms per command.
package kernel;
use strict;

my %X86_64 = (sendmsg => 46, recvmsg => 47, prctl => 157, mount => 165, umount2 => 166, sethostname => 170,
    setdomainname => 171, openat => 257, unshare => 272, setns => 308, open_tree => 428, move_mount => 429,
    mount_setattr => 442);
my %AARCH64 = (umount2 => 39, mount => 40, openat => 56, unshare => 97, sethostname => 161, setdomainname => 162,
    prctl => 167, sendmsg => 211, recvmsg => 212, setns => 268, open_tree => 428, move_mount => 429,
    mount_setattr => 442);
my $number;

# The table of the machine that perl itself was built for: e_machine in its ELF header.
sub number {
    $number ||= do {
        open(my $self, '<', '/proc/self/exe') or die "weft: /proc is not mounted\n";
        sysread($self, my $header, 20);
        my $machine = unpack('x18 v', $header);
        $machine == 62 ? \%X86_64 : $machine == 183 ? \%AARCH64 : die "weft: not an x86-64 or arm64 machine\n";
    };
    return $number->{ $_[0] };
}

sub MS_RDONLY () { 0x1 }
sub MS_NOSUID () { 0x2 }
sub MS_NODEV () { 0x4 }
sub MS_NOEXEC () { 0x8 }
sub MS_REMOUNT () { 0x20 }
sub MS_BIND () { 0x1000 }
sub MS_REC () { 0x4000 }
sub MS_PRIVATE () { 0x40000 }
sub MS_SLAVE () { 0x80000 }
sub MS_SHARED () { 0x100000 }
sub MNT_DETACH () { 2 }

sub CLONE_NEWNS () { 0x20000 }
sub CLONE_NEWCGROUP () { 0x2000000 }
sub CLONE_NEWUTS () { 0x4000000 }
sub CLONE_NEWIPC () { 0x8000000 }
sub CLONE_NEWUSER () { 0x10000000 }
sub CLONE_NEWPID () { 0x20000000 }
sub CLONE_NEWNET () { 0x40000000 }

sub AT_FDCWD () { -100 }
sub O_PATH () { 0x200000 }
sub O_NOFOLLOW () { my $n = number('openat') == 56 ? 0x8000 : 0x20000; $n }
sub O_CLOEXEC () { 0x80000 }

# Each of these returns true, or false with $! set. Arguments are copied: syscall() wants strings that it may write to.
sub unshare { return syscall(number('unshare'), $_[0] + 0) == 0 }

sub setns { return syscall(number('setns'), $_[0] + 0, $_[1] + 0) == 0 }

sub mount {
    my ($source, $target, $type, $flags, $data) = @_;
    $data = '' unless defined $data;
    return syscall(number('mount'), "$source", "$target", "$type", $flags + 0, "$data") == 0;
}

sub umount { my ($target, $flags) = @_; return syscall(number('umount2'), "$target", $flags + 0) == 0 }

# `kind` is `host` or `domain`.
sub name_machine {
    my ($kind, $name) = @_;
    return syscall(number("set${kind}name"), "$name", length $name) == 0;
}

sub bind { my ($source, $target, $flags) = @_; return mount($source, $target, 'none', MS_BIND | ($flags || 0)) }

# A descriptor that only names a file, even a symbolic link.
sub path {
    my ($path, $flags) = @_;
    my $fd = syscall(number('openat'), AT_FDCWD, "$path", O_PATH | O_CLOEXEC | ($flags || 0), 0);
    return $fd < 0 ? undef : $fd;
}

# Mounts the symbolic link `source` over the symbolic link `target`, which mount(2) would follow.
sub mount_link {
    my ($source, $target) = @_;
    my ($empty, $nothing) = ('', '');
    my $tree = syscall(number('open_tree'), AT_FDCWD, "$source", 0x1 | 0x80000 | 0x100);    # CLONE|CLOEXEC|NOFOLLOW
    return 0 if $tree < 0;
    my $place = path($target, O_NOFOLLOW);
    return 0 unless defined $place;
    return syscall(number('move_mount'), $tree, $empty, $place, $nothing, 0x4 | 0x40) == 0; # both by EMPTY_PATH
}

# Makes a mount, and with MS_REC those below it, read-only: mount_setattr(2) leaves the other attributes alone.
sub read_only {
    my ($path, $recursive) = @_;
    my $attributes = pack('Q4', MS_RDONLY, 0, 0, 0);
    return syscall(number('mount_setattr'), AT_FDCWD, "$path", $recursive ? 0x8000 : 0, $attributes, 32) == 0;
}

# The process gets a signal when its parent dies.
sub die_with_parent { return syscall(number('prctl'), 1, $_[0] + 0, 0, 0, 0) == 0 }

# Sends bytes and descriptors over a Unix socket.
sub sendmsg {
    my ($socket, $bytes, @fds) = @_;
    my $iov = pack('PQ', $bytes, length $bytes);
    my $control = @fds ? pack('Qll l*', 16 + 4 * @fds, 1, 1, @fds) : '';    # SOL_SOCKET, SCM_RIGHTS
    $control .= "\0" x (-length($control) % 8);
    my $header = pack('x16 P Q P Q l x4', $iov, 1, $control, length $control, 0);
    my $sent = syscall(number('sendmsg'), fileno($socket), $header, 0x4000);    # MSG_NOSIGNAL
    return 0 if $sent < 0;
    while ($sent < length $bytes) {
        my $more = syswrite($socket, $bytes, length($bytes) - $sent, $sent);
        return 0 unless defined $more;
        $sent += $more;
    }
    return 1;
}

1;
