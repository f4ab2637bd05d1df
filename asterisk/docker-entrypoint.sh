#!/usr/bin/env bash
# Renders the configuration from the container's environment and becomes Asterisk, in the foreground.
set -euo pipefail

home=/srv/pystrix/docker
/opt/pystrix/render.sh "$home" "$home"
rm -f "$home"/run/*
chown -R asterisk:asterisk "$home"
cd /
exec chroot --userspec=asterisk:asterisk / /usr/bin/env "HOME=$home/lib" \
    /usr/sbin/asterisk -f -C "$home/etc/asterisk.conf" "$@"
