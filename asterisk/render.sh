#!/usr/bin/env bash
# Makes the configuration of one Asterisk instance from the templates in config/.
#
#   render.sh TARGET INSIDE
#
# TARGET is the instance's folder as this script sees it, INSIDE the same folder as Asterisk sees it (they differ when
# Asterisk runs in a chroot). Every @NAME@ in a template becomes the value of the environment variable NAME.
# Used by asterisk.sh and by the Docker image alike.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
names=(INSTANCE_DIR MODULES_DIR DATA_DIR AMI_BIND AMI_PORT AMI_TLS_PORT AMI_USERNAME AMI_PASSWORD FASTAGI SIP_BIND SIP_PORT IAX_PORT
       RTP_START RTP_END)

if [ $# -ne 2 ]; then
    printf 'usage: render.sh TARGET INSIDE\n' >&2
    exit 2
fi
target=$1
INSTANCE_DIR=$2
prefix=${target%"$INSTANCE_DIR"} # the chroot's folder, or empty

# Debian releases differ in where the modules are.
MODULES_DIR=
for directory in "$prefix"/usr/lib/*/asterisk/modules "$prefix"/usr/lib/asterisk/modules; do
    if [ -e "$directory/pbx_config.so" ]; then
        MODULES_DIR=${directory#"$prefix"}
        break
    fi
done
if [ -z "$MODULES_DIR" ]; then
    printf 'render.sh: no Asterisk modules below %s/usr/lib\n' "$prefix" >&2
    exit 1
fi
DATA_DIR=/usr/share/asterisk

for name in "${names[@]}"; do
    if [ -z "${!name:-}" ]; then
        printf 'render.sh: %s is not set\n' "$name" >&2
        exit 2
    fi
    case ${!name} in
        *[!A-Za-z0-9._:/\[\]-]*)
            printf 'render.sh: %s has a character that Asterisk configuration would read otherwise: %s\n' \
                "$name" "${!name}" >&2
            exit 2
            ;;
    esac
done

mkdir -p "$target"/{etc,run,log,moh,agi-bin} "$target"/lib/keys \
    "$target"/spool/{monitor,outgoing,recording,voicemail,tmp}

# A certificate of the instance's own, made once, for AMI over TLS.
if [ ! -e "$target/etc/tls.crt" ]; then
    chroot "${prefix:-/}" openssl req -x509 -newkey rsa:2048 -nodes -sha256 -days 3650 \
        -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
        -keyout "$INSTANCE_DIR/etc/tls.key" -out "$INSTANCE_DIR/etc/tls.crt" 2>/dev/null
    chmod 640 "$target/etc/tls.key"
fi

for template in "$here"/config/*.conf; do
    text=$(<"$template")
    for name in "${names[@]}"; do
        text=${text//"@$name@"/"${!name}"}
    done
    printf '%s\n' "$text" >"$target/etc/${template##*/}"
done

for script in "$here"/agi-bin/*; do
    cp "$script" "$target/agi-bin/${script##*/}"
    chmod 755 "$target/agi-bin/${script##*/}"
done

# Music on hold: a prompt of the sound package, as no music is installed.
ln -sfn "$DATA_DIR/sounds/en/demo-congrats.gsm" "$target/moh/demo-congrats.gsm"
