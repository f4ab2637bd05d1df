#!/bin/sh
# An AGI script as a plain process: reads the request, says what it got, plays a prompt.
# Asterisk talks on standard input and output; standard error goes to Asterisk's console.
set -eu

trap '' HUP # Asterisk sends it at hangup; a command's answer tells the same

count=0
while IFS= read -r line && [ -n "$line" ]; do
    count=$((count + 1))
done

agi() {
    printf '%s\n' "$1"
    IFS= read -r answer || exit 0
    printf 'sample.sh: %s -> %s\n' "$1" "$answer" >&2
}

agi "VERBOSE \"sample.sh got $count request lines and $# arguments\" 2"
agi "SET VARIABLE SAMPLE_ARGUMENTS $#"
agi 'STREAM FILE beep ""'
agi 'SET VARIABLE SAMPLE_DONE yes'
