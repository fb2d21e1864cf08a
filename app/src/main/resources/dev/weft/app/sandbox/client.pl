#!/usr/bin/perl
# What stands in PATH under the name of every command: it hands its words and descriptors to the engine, does what the
# engine cannot do for it (open its files, be signalled, become another program), and ends as the engine says.
#
# A message is a type, a length and bytes, in both directions:
#
#     to the engine                                from the engine
#     H  who, where, words  with descriptors 0-2   X  exit with a status          K  die of a signal
#     S  a signal came                             R  read a file  - is stdin     O  open a file for writing
#     D  done, with bytes or a descriptor          E  become a program            W  run one and wait
#     F  failed, with errno                        L  list /run/netns             M T U  make, touch, unmake a name
#                                                  A  alter the machine's name
use strict;

my $HOME = '@HOME@';
my ($name) = $0 =~ m{([^/]*)$};
my $engine;
my %SIGNALS = (HUP => 1, INT => 2, QUIT => 3, ALRM => 14, TERM => 15, TSTP => 20, CONT => 18);

sub fail { print STDERR "weft: $name: $_[0]\n"; exit 125 }

sub message { return $_[0] . pack('V/a*', join "\0", @_[1 .. $#_]) }

# sendmsg(2): 46 on x86-64, 211 on arm64, told apart by e_machine in the ELF header of perl itself.
sub send_with {
    my ($bytes, @fds) = @_;
    open(my $self, '<', '/proc/self/exe') or fail('/proc is not mounted');
    sysread($self, my $header, 20);
    my $number  = unpack('x18 v', $header) == 62 ? 46 : 211;
    my $vector  = pack('PQ', $bytes, length $bytes);
    my $control = pack('Qll l*', 16 + 4 * @fds, 1, 1, @fds);    # SOL_SOCKET, SCM_RIGHTS
    $control .= "\0" x (-length($control) % 8);
    my $sent = syscall($number, fileno($engine), pack('x16 P Q P Q l x4', $vector, 1, $control, length $control, 0), 0x4000);
    fail("cannot reach the engine: $!") if $sent < 0;
    put(substr $bytes, $sent);
}

sub put {
    my ($bytes) = @_;
    while (length $bytes) {
        my $written = syswrite($engine, $bytes);
        defined $written or $! == 4 or fail('the engine has gone');
        $bytes = substr $bytes, $written || 0;
    }
}

sub take {
    my ($wanted) = @_;
    my $bytes = '';
    while (length $bytes < $wanted) {
        my $read = sysread($engine, $bytes, $wanted - length $bytes, length $bytes);
        defined $read ? $read || fail('the engine has gone') : $! == 4 || fail('the engine has gone');
    }
    return $bytes;
}

sub done { put(message('D', @_)) }

sub failed { put(message('F', $! + 0)) }

# ---- what the engine asks for

# By this process's own directory and rights.
sub read_file {
    my ($path) = @_;
    my $file = \*STDIN;
    $path eq '-' or sysopen($file = undef, $path, 0) or return failed();
    -d $file and $! = 21, return failed();
    my $bytes = '';
    while (1) {
        my $read = sysread($file, $bytes, 65536, length $bytes);
        next if !defined $read && $! == 4;
        return failed() unless defined $read;
        last unless $read;
    }
    done($bytes);
}

sub open_file {
    my ($path) = @_;
    sysopen(my $file, $path, 01 | 0100 | 01000, 0666) or return failed();    # O_WRONLY | O_CREAT | O_TRUNC
    send_with(message('D'), fileno $file);
}

# Ends as a process does that the signal kills.
sub die_of {
    my ($signal) = @_;
    my %names = (reverse(%SIGNALS), 13 => 'PIPE', 9 => 'KILL');
    my $word = $names{$signal};
    $SIG{$word} = 'DEFAULT' unless $word eq 'KILL';
    kill $word, $$;
    exit 128 + $signal;
}

sub forward {
    my ($word) = @_;
    my $number = $SIGNALS{$word};
    $SIG{$word} = 'DEFAULT' unless $word eq 'TSTP' || $word eq 'CONT' || $word eq 'QUIT' || $word eq 'INT';
    put(message('S', $number));
    kill 'STOP', $$ if $word eq 'TSTP';
}

# Namespaces are for those few commands that need them.
sub namespaces { require "$HOME/lib/namespaces.pl" }

# What /run/netns looks like: every entry adds to a tmpfs directory's size.
sub state { my @names = stat '/run/netns'; return "$names[7]:$names[9]" }

my %ANSWERS = (
    X => sub { exit $_[0] },
    K => sub { die_of($_[0]) },
    R => \&read_file,
    O => \&open_file,
    E => sub { namespaces(); namespaces::become(\&done, @_) },
    W => sub { namespaces(); done(namespaces::run(@_)) },
    L => sub { namespaces(); done(namespaces::list()) },
    M => sub { namespaces(); namespaces::make(@_) ? done(state(), (stat '/proc/self/ns/net')[1]) : failed() },
    T => sub { namespaces(); namespaces::touch(@_) ? done(state()) : failed() },
    U => sub { namespaces(); namespaces::unmake(@_) ? done(state()) : failed() },
    A => sub { require "$HOME/lib/kernel.pl"; kernel::name_machine(@_) ? done() : failed() },
);

# ---- the whole of it

socket($engine, 1, 1, 0) && connect($engine, pack('Sa108', 1, "$HOME/socket"))
    or fail("there is no engine: $!");
my @open = grep { -e "/proc/self/fd/$_" } 0 .. 2;
my $ignored = join ',', map { $SIGNALS{$_} } grep { ($SIG{$_} || '') eq 'IGNORE' } keys %SIGNALS;
my @environment = map { exists $ENV{$_} ? "$_=$ENV{$_}" : () }
    qw(COLORFGBG COLUMNS LANG LC_ALL NO_COLOR POSIXLY_CORRECT TERM TZ WEFT_NETNS);
send_with(
    message(
        'H', $name, '@SANDBOX@', $$, (stat '/proc/self/ns/net')[1], readlink('/proc/self/cwd'), join(',', @open), -t STDOUT ? 1 : 0,
        $ignored, state(), scalar @environment, @environment, @ARGV),
    @open);
$SIG{$_} = \&forward for keys %SIGNALS;
while (1) {
    my ($type, $length) = unpack 'aV', take(5);
    my @fields = split /\0/, take($length), -1;
    ($ANSWERS{$type} || sub { fail("the engine says $type") })->(@fields);
}
