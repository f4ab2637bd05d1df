#!/bin/sh
# An EAGI script: as sample.sh, and the caller's audio comes in on file descriptor 3
# (signed linear, 16 bit, mono, 8 kHz). It reads a quarter of a second and reports the number of bytes.
set -eu

trap '' HUP

while IFS= read -r line && [ -n "$line" ]; do
    :
done

agi() {
    printf '%s\n' "$1"
    IFS= read -r _ || exit 0
}

bytes=$(dd bs=320 count=12 iflag=fullblock <&3 2>/dev/null | wc -c)
agi "SET VARIABLE SAMPLE_AUDIO_BYTES $bytes"
agi "VERBOSE \"sample-eagi.sh read $bytes bytes of audio\" 2"
