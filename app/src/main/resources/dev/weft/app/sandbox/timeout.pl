#!/usr/bin/perl
# `timeout` in virtual time: a child runs the command, another sleeps by the network's clock; who ends first decides.
use strict;

my $HOME = '@HOME@';
my ($signal, $kill_after, $foreground, $preserve, $verbose) = ('TERM');
my %units = ('' => 1, s => 1, m => 60, h => 3600, d => 86400);

sub usage { print STDERR "timeout: $_[0]\nTry 'timeout --help' for more information.\n"; exit 125 }

sub duration {
    my ($text) = @_;
    $text =~ /^(\d*\.?\d+|\d+\.)([smhd]?)$/ or usage("invalid time interval \x{e2}\x{80}\x{98}$text\x{e2}\x{80}\x{99}");
    return $1 * $units{$2};
}

while (@ARGV && $ARGV[0] =~ /^-./) {
    my $option = shift @ARGV;
    last if $option eq '--';
    if    ($option =~ /^(?:-s|--signal=)(.*)$/)     { $signal     = $1 ne '' ? $1 : shift @ARGV }
    elsif ($option =~ /^(?:-k|--kill-after=)(.*)$/) { $kill_after = duration($1 ne '' ? $1 : shift @ARGV) }
    elsif ($option eq '--signal')     { $signal     = shift @ARGV }
    elsif ($option eq '--kill-after') { $kill_after = duration(shift @ARGV) }
    elsif ($option eq '--foreground')           { $foreground = 1 }
    elsif ($option eq '--preserve-status')      { $preserve   = 1 }
    elsif ($option eq '-v' || $option eq '--verbose') { $verbose = 1 }
    else { usage("unrecognized option '$option'") }
}
@ARGV >= 2 or usage(@ARGV ? 'missing operand' : 'missing operand');
my $limit = duration(shift @ARGV);
$signal =~ s/^SIG//;

my $command = fork;
defined $command or exit 125;
if (!$command) {
    $foreground or setpgrp;
    no warnings;
    exec { $ARGV[0] } @ARGV;
    my $missing = $! == 2;
    print STDERR "timeout: failed to run command \x{e2}\x{80}\x{98}$ARGV[0]\x{e2}\x{80}\x{99}: $!\n";
    exit($missing ? 127 : 126);
}
my $timer = start_timer($limit);
my $sent;
for my $word (qw(INT TERM HUP QUIT)) {
    $SIG{$word} = sub { send_signal($word) };
}

sub start_timer {
    my ($seconds) = @_;
    return 0 unless $seconds;
    my $pid = fork;
    return $pid if $pid;
    exec "$HOME/bin/sleep", $seconds;
    exit 125;
}

sub send_signal {
    my ($word) = @_;
    print STDERR "timeout: sending signal $word to command \x{e2}\x{80}\x{98}$ARGV[0]\x{e2}\x{80}\x{99}\n" if $verbose;
    kill $word, $foreground ? $command : -$command;
    kill 'CONT', $foreground ? $command : -$command unless $word =~ /^(?:KILL|9|CONT|18)$/;
}

my $status;
while ((my $ended = wait) != -1 || $! == 4) {
    if ($ended == $command) {
        $status = $?;
        kill 'KILL', $timer if $timer;
        last;
    }
    next if $ended != $timer || !$timer;
    send_signal($sent ? 'KILL' : $signal);
    $timer = !$sent && $kill_after ? start_timer($kill_after) : 0;
    $sent++;
}
my $killed = $status & 127;
exit($killed ? 128 + $killed : $status >> 8) if !$sent || $preserve;
exit($killed == 9 ? 137 : 124);
