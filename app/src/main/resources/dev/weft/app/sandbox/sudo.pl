#!/usr/bin/perl
# `sudo` inside a run, where everyone is root already: takes sudo's options and becomes the command.
use strict;

my %TAKES_VALUE = map { $_ => 1 } qw(-u -g -h -p -C -D -R -T -r -t -U --user --group --host --prompt --chdir);
my ($login, $shell);

sub refuse { print STDERR "sudo: @_\n"; exit 1 }

while (@ARGV && $ARGV[0] =~ /^-/) {
    my $option = shift @ARGV;
    last if $option eq '--';
    exit 0 if $option =~ /^(?:-v|-k|-K|--validate|--reset-timestamp)$/ && !@ARGV;
    if ($option =~ /^(?:-u|--user)(?:=?(.+))?$/) {
        my $user = defined $1 ? $1 : shift @ARGV;
        become_user($user);
    } elsif ($TAKES_VALUE{$option}) {
        shift @ARGV;
    } elsif ($option eq '--login' || $option =~ /^-[a-zA-Z]*i/) {
        $login = 1;
    } elsif ($option eq '--shell' || $option =~ /^-[a-zA-Z]*s/) {
        $shell = 1;
    } elsif ($option !~ /^-[AbBEHnPS]+$/ && $option !~ /^--(?:preserve-env|non-interactive|set-home|stdin|background)/) {
        refuse("unrecognized option '$option'");
    }
}

# Only root needs no ids that this run may not have.
sub become_user {
    my ($user) = @_;
    my ($id, $group) = $user =~ /^#(\d+)$/ ? ($1, $1) : (getpwnam $user)[2, 3];
    defined $id or refuse("unknown user $user");
    return if $id == $>;
    $) = "$group $group";
    $( = $group;
    ($<, $>) = ($id, $id);
    $> == $id && $< == $id or refuse("this run has no user $user: it has only root");
}

while (@ARGV && $ARGV[0] =~ /^([A-Za-z_]\w*)=(.*)$/s) {
    $ENV{$1} = $2;
    shift @ARGV;
}
my $bash = $ENV{SHELL} || '/bin/sh';
@ARGV = @ARGV ? ($bash, '-c', join ' ', map { quotemeta } @ARGV) : ($bash) if $login || $shell;
@ARGV or refuse('a command is needed');
$ENV{SUDO_USER} = $ENV{USER} || 'root';
{ no warnings; exec { $ARGV[0] } @ARGV }
refuse("$ARGV[0]: command not found") if $! == 2;
refuse("unable to execute $ARGV[0]: $!");
