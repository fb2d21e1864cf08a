# Put before a script, this makes its standard output a transcript: each command as bash reads it, what it wrote to
# standard output, what it wrote to standard error (each line after "! "), and [rc=N] when it failed.
oracle_copy() { # FD PREFIX: copies what the last command wrote
    local line
    while IFS= read -r -u "$1" line; do printf '%s%s\n' "$2" "$line" >&"$oracle_transcript"; done
    if [ -n "$line" ]; then printf '%s%s\n\\ no newline at end\n' "$2" "$line" >&"$oracle_transcript"; fi
}
oracle_outputs() {
    oracle_copy "$oracle_out" ''
    oracle_copy "$oracle_err" '! '
}
oracle_command() { # COMMAND LINE: is about to run; what a pipeline's commands wrote comes after the last of them
    if [ -n "$oracle_pending" ]; then printf '$ %s\n' "$oracle_pending" >&"$oracle_transcript"; fi
    if [ "$oracle_line" != "$2" ]; then oracle_outputs; fi
    oracle_pending=$1
    oracle_line=$2
}
oracle_failure() { # STATUS: bash has announced the failed command once more, for this trap's own sake: forget that
    oracle_pending=
    oracle_outputs
    printf '[rc=%s]\n' "$1" >&"$oracle_transcript"
}
oracle_end() { # STATUS: likewise
    oracle_pending=
    oracle_outputs
    if [ "$1" -ne 0 ]; then printf '[exit %s]\n' "$1" >&"$oracle_transcript"; fi
}
oracle_file=$(mktemp) && exec {oracle_transcript}>&1 {oracle_out}<"$oracle_file" >>"$oracle_file" && rm -f "$oracle_file"
oracle_file=$(mktemp) && exec {oracle_err}<"$oracle_file" 2>>"$oracle_file" && rm -f "$oracle_file"
oracle_pending=
oracle_line=
trap 'oracle_end $?' EXIT
trap 'oracle_failure $?' ERR
trap 'oracle_command "$BASH_COMMAND" "$LINENO"' DEBUG
