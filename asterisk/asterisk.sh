#!/usr/bin/env bash
# A real Asterisk for tests, on this machine, without Docker: Debian's package in a folder of its own (a chroot),
# outside the source tree. See README.md.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
recipe=2                          # raised when an installed system must be made anew
suites=(sid forky bullseye)       # Debian releases with Asterisk, best first

usage() {
    cat <<'EOF'
usage: asterisk.sh COMMAND [OPTIONS]

Commands
  install          put Debian's Asterisk into the root folder; does nothing when it is there
  start            start an instance (installs first if need be), wait until it is fully booted,
                   print ASTERISK_...=... lines for eval; does nothing but print when it runs
  stop             stop an instance; does nothing when it does not run
  restart          stop, then start
  status           print the ASTERISK_...=... lines when the instance runs, else end with status 3
  cli COMMAND...   run a command of Asterisk's command line, for example: cli core show channels
  logs [-f]        print the instance's log; -f follows it

Options (before or after the command, but before the words of cli) and the environment variables behind them
  --instance NAME       ASTERISK_INSTANCE       default one; two has other ports, and both run side by side
  --root FOLDER         ASTERISK_ROOT           default ${XDG_CACHE_HOME:-$HOME/.cache}/pystrix/asterisk
  --ami-port PORT       ASTERISK_AMI_PORT       one: 5038              two: 5138
  --ami-tls-port PORT   ASTERISK_AMI_TLS_PORT   one: 5039              two: 5139
  --fastagi HOST:PORT   ASTERISK_FASTAGI        one: 127.0.0.1:4573    two: 127.0.0.1:4574
  --sip-port PORT       ASTERISK_SIP_PORT       one: 5060              two: 5160
  --iax-port PORT       ASTERISK_IAX_PORT       one: 4569              two: 4669
  --rtp-start PORT      ASTERISK_RTP_START      one: 10000             two: 10200   (100 ports)
  --bind FOLDER         ASTERISK_BIND           a folder of this machine that scripts inside need: read-only at the
                                                same path, as long as the instance runs
                                                (option: repeatable; variable: separated by colons)
                                                This machine's JDKs are always there: /usr/lib/jvm, what it needs
                                                of /etc, and JAVA_HOME
Also: ASTERISK_AMI_USERNAME (admin), ASTERISK_AMI_PASSWORD (wordpass), DEBIAN_MIRROR (for install),
DEBIAN_SUITES (for install; default "sid forky bullseye").
A FastAGI or SIP port given for an instance that runs already takes effect at the next start.
EOF
}

log() { printf 'asterisk.sh: %s\n' "$*" >&2; }
die() { log "$*"; exit 1; }
bad() { log "$*"; usage >&2; exit 2; }

# ---------------------------------------------------------------------------------------------------- command line
command=
instance=${ASTERISK_INSTANCE:-one}
root=${ASTERISK_ROOT:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/pystrix/asterisk}
AMI_PORT=${ASTERISK_AMI_PORT:-}
AMI_TLS_PORT=${ASTERISK_AMI_TLS_PORT:-}
FASTAGI=${ASTERISK_FASTAGI:-}
SIP_PORT=${ASTERISK_SIP_PORT:-}
IAX_PORT=${ASTERISK_IAX_PORT:-}
RTP_START=${ASTERISK_RTP_START:-}
AMI_USERNAME=${ASTERISK_AMI_USERNAME:-admin}
AMI_PASSWORD=${ASTERISK_AMI_PASSWORD:-wordpass}
binds=()
words=()
if [ -n "${ASTERISK_BIND:-}" ]; then
    IFS=: read -r -a binds <<<"$ASTERISK_BIND"
fi

while [ $# -gt 0 ]; do
    case $1 in
        --instance | --root | --ami-port | --ami-tls-port | --fastagi | --sip-port | --iax-port | --rtp-start | --bind)
            [ $# -ge 2 ] || bad "$1 needs a value"
            case $1 in
                --instance) instance=$2 ;;
                --root) root=$2 ;;
                --ami-port) AMI_PORT=$2 ;;
                --ami-tls-port) AMI_TLS_PORT=$2 ;;
                --fastagi) FASTAGI=$2 ;;
                --sip-port) SIP_PORT=$2 ;;
                --iax-port) IAX_PORT=$2 ;;
                --rtp-start) RTP_START=$2 ;;
                --bind) binds+=("$2") ;;
            esac
            shift 2
            ;;
        -h | --help | help)
            usage
            exit 0
            ;;
        -f)
            [ "$command" = logs ] || bad "unknown option $1"
            words+=("$1")
            shift
            ;;
        -*) bad "unknown option $1" ;;
        *)
            if [ -z "$command" ]; then
                command=$1
                shift
            elif [ "$command" = cli ]; then
                words+=("$@")
                break
            else
                bad "what is $1?"
            fi
            ;;
    esac
done

case $command in
    install | start | stop | restart | status | cli | logs) ;;
    '') bad "no command given" ;;
    *) bad "unknown command $command" ;;
esac
case $instance in
    one) ports=(5038 5039 127.0.0.1:4573 5060 4569 10000) ;;
    two) ports=(5138 5139 127.0.0.1:4574 5160 4669 10200) ;;
    *[!A-Za-z0-9_-]*) bad "an instance's name is made of letters, digits, _ and -" ;;
    *) ports=('' '' '' '' '' '') ;;
esac
AMI_PORT=${AMI_PORT:-${ports[0]}}
AMI_TLS_PORT=${AMI_TLS_PORT:-${ports[1]}}
FASTAGI=${FASTAGI:-${ports[2]}}
SIP_PORT=${SIP_PORT:-${ports[3]}}
IAX_PORT=${IAX_PORT:-${ports[4]}}
RTP_START=${RTP_START:-${ports[5]}}

[ "$(id -u)" = 0 ] || die "needs root, for chroot: sudo -E ASTERISK_ROOT=$root $0 $command ..."

root=$(realpath -m "$root")
case $root/ in
    "$(cd "$here/.." && pwd -P)"/*) die "the root folder $root is inside the source tree; choose another one" ;;
esac
mkdir -p "$root"
system=$root/system
inside=/srv/pystrix/$instance
home=$system$inside
pid_file=$home/run/pystrix.pid
values_file=$home/run/pystrix.env

# ---------------------------------------------------------------------------------------------------- install
# Mounts that a step makes are its own and end with it, so that nothing is left behind to be unmounted (or deleted).
own_mounts=()
if unshare --mount true 2>/dev/null; then
    own_mounts=(unshare --mount --propagation private)
fi

retry() {
    local try
    for try in 1 2 3; do
        if "$@"; then return 0; fi
        log "attempt $try of 3 failed: $*"
        [ "$try" = 3 ] || sleep $((try * 5))
    done
    return 1
}

remove_system() {
    local mounted
    for mounted in proc sys dev/pts dev; do
        if mountpoint -q "$1/$mounted" 2>/dev/null; then umount -l "$1/$mounted"; fi
    done
    rm -rf --one-file-system "$1"
}

bootstrap() { # suite folder
    local arguments=("$1" "$2") script=/usr/share/debootstrap/scripts/$1
    # The second empty argument is "debootstrap's own default mirror"; scripts of Debian's releases are all the same.
    if [ ! -e "$script" ]; then
        arguments+=("${DEBIAN_MIRROR:-}" /usr/share/debootstrap/scripts/sid)
    elif [ -n "${DEBIAN_MIRROR:-}" ]; then
        arguments+=("$DEBIAN_MIRROR")
    fi
    remove_system "$2"
    mkdir -p "$2"
    "${own_mounts[@]}" debootstrap --variant=minbase "${arguments[@]}"
}

inside_apt() { # folder, then apt-get's arguments
    local folder=$1
    shift
    DEBIAN_FRONTEND=noninteractive LC_ALL=C "${own_mounts[@]}" chroot "$folder" apt-get -q -y "$@"
}

fill() { # suite folder: a system with Asterisk in folder, or status 1
    retry bootstrap "$1" "$2" || return 1
    # Packages must not start services, and files need not be flushed to the disk one by one.
    printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d"
    chmod 755 "$2/usr/sbin/policy-rc.d"
    printf 'force-unsafe-io\n' >"$2/etc/dpkg/dpkg.cfg.d/pystrix"
    # A mirror may be a frozen copy, whose date has run out; signatures are checked all the same.
    cat >"$2/etc/apt/apt.conf.d/90pystrix" <<'EOF'
Acquire::Retries "5";
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
Acquire::Languages "none";
EOF
    retry inside_apt "$2" update || return 1
    retry inside_apt "$2" install --no-install-recommends \
        asterisk asterisk-core-sounds-en asterisk-core-sounds-en-gsm openssl || return 1
    inside_apt "$2" clean
    rm -rf "$2"/var/lib/apt/lists/*
    chroot "$2" asterisk -V || return 1
}

installed() { [ "$(cat "$system/.pystrix-recipe" 2>/dev/null)" = "$recipe" ]; }

install_system() {
    if installed; then return 0; fi
    exec 8>"$root/install.lock"
    flock 8
    if installed; then # another one was faster
        exec 8>&-
        return 0
    fi
    local partial=$root/system.partial install_log=$root/install.log suite
    log "installing Asterisk below $root (log: $install_log)"
    : >"$install_log"
    if ! command -v debootstrap >/dev/null || [ ! -e /usr/share/keyrings/debian-archive-keyring.gpg ]; then
        retry apt-get -q update >>"$install_log" 2>&1 || true
        DEBIAN_FRONTEND=noninteractive retry apt-get -q -y install debootstrap debian-archive-keyring \
            >>"$install_log" 2>&1 || {
            tail -n 20 "$install_log" >&2
            die "debootstrap cannot be installed"
        }
    fi
    read -r -a suites <<<"${DEBIAN_SUITES:-${suites[*]}}"
    for suite in "${suites[@]}"; do
        log "Debian $suite ..."
        if fill "$suite" "$partial" >>"$install_log" 2>&1 8>&-; then
            stop_all
            remove_system "$system"
            printf '%s\n' "$recipe" >"$partial/.pystrix-recipe"
            mv "$partial" "$system"
            log "installed $(chroot "$system" asterisk -V) from Debian $suite"
            exec 8>&-
            return 0
        fi
        log "Debian $suite failed:"
        tail -n 15 "$install_log" >&2
        remove_system "$partial"
    done
    die "no Debian release gave an Asterisk; the log is $install_log"
}

stop_all() { # instances of an older system that is about to go
    local folder
    for folder in "$system"/srv/pystrix/*/; do
        [ -e "$folder/run/pystrix.pid" ] || continue
        "$here/asterisk.sh" stop --root "$root" --instance "$(basename "$folder")" 8>&- 9>&-
    done
}

# ---------------------------------------------------------------------------------------------------- one instance
start_time() { # of a process, in ticks since boot: with the pid, it names one process for good
    local stat
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    stat=${stat##*) }
    # shellcheck disable=SC2086
    set -- $stat
    [ "$1" != Z ] || return 1
    printf '%s\n' "${20}"
}

running_pid() { # prints the pid of our Asterisk, or status 1
    local pid started
    read -r pid started 2>/dev/null <"$pid_file" || return 1
    [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ] || return 1
    printf '%s\n' "$pid"
}

remote() { # a command of Asterisk's command line
    timeout -k 2 "${remote_timeout:-30}" chroot --userspec=asterisk:asterisk "$system" \
        /usr/sbin/asterisk -C "$inside/etc/asterisk.conf" -rx "$*" </dev/null
}

print_values() { cat "$values_file"; }

fail_start() {
    log "$1"
    log "--- $home/log/console.log"
    tail -n 20 "$home/log/console.log" >&2 || true
    log "--- $home/log/messages.log"
    tail -n 40 "$home/log/messages.log" >&2 || true
    stop_instance
    exit 1
}

launch() { # becomes Asterisk: the same process from here on, alone in its session, holding nothing of the caller's
    local descriptor bind script
    for descriptor in /proc/self/fd/*; do
        descriptor=${descriptor##*/}
        if [ "$descriptor" -gt 2 ]; then eval "exec $descriptor>&-"; fi
    done
    cd /
    ulimit -n 65536 2>/dev/null || true
    local run=(chroot --userspec=asterisk:asterisk "$system" /usr/bin/env -i
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" "HOME=$inside/lib" "LANG=C.UTF-8"
        /usr/sbin/asterisk -f -C "$inside/etc/asterisk.conf")
    if [ ${#own_mounts[@]} -eq 0 ]; then exec setsid "${run[@]}"; fi
    # shellcheck disable=SC2016 # it is the inner bash that expands this
    script='system=$1; shift
        mount -t proc proc "$system/proc" || mount --rbind /proc "$system/proc"
        while [ "$1" != -- ]; do
            mkdir -p "$system$1"
            mount --rbind "$1" "$system$1"
            mount -o remount,bind,ro "$system$1" || echo "warning: $1 is not read-only inside" >&2
            shift
        done
        shift
        exec "$@"'
    local folders=()
    for bind in "${binds[@]}"; do folders+=("$bind"); done
    exec setsid "${own_mounts[@]}" bash -euc "$script" launch "$system" "${folders[@]}" -- "${run[@]}"
}

bind_jdks() { # Debian's have links into /etc
    local folder bind
    for folder in /usr/lib/jvm /etc/java-*-openjdk "${JAVA_HOME:-}"; do
        folder=$(cd "${folder:-/}" 2>/dev/null && pwd -P) || continue
        [ "$folder" != / ] || continue
        for bind in "${binds[@]}"; do
            case $folder/ in "$bind"/*) continue 2 ;; esac
        done
        binds+=("$folder")
    done
}

start_instance() {
    local pid bind i version answer
    if running_pid >/dev/null; then
        log "instance $instance runs already"
        print_values
        return 0
    fi
    install_system
    for i in AMI_PORT AMI_TLS_PORT FASTAGI SIP_PORT IAX_PORT RTP_START; do
        [ -n "${!i}" ] || bad "an instance named $instance needs all of its ports: $i is not given"
    done
    for i in "${!binds[@]}"; do
        bind=$(cd "${binds[$i]}" 2>/dev/null && pwd -P) || die "--bind ${binds[$i]}: no such folder"
        [ "$bind" != / ] || die "--bind /: a single folder, please"
        binds[i]=$bind
    done
    if [ ${#own_mounts[@]} -gt 0 ]; then
        bind_jdks
    elif [ ${#binds[@]} -gt 0 ]; then
        die "--bind needs mount namespaces, which this machine refuses (unshare --mount)"
    fi
    export AMI_BIND=127.0.0.1 SIP_BIND=127.0.0.1 RTP_END=$((RTP_START + 99))
    export AMI_PORT AMI_TLS_PORT AMI_USERNAME AMI_PASSWORD FASTAGI SIP_PORT IAX_PORT RTP_START
    "$here/render.sh" "$home" "$inside"
    rm -f "$home"/run/* "$home"/log/console.log "$home"/log/messages.log "$home"/log/full.log
    chroot "$system" chown -R asterisk:asterisk "$inside"
    version=$(chroot "$system" /usr/sbin/asterisk -V)

    launch </dev/null >"$home/log/console.log" 2>&1 8>&- 9>&- &
    pid=$!
    printf '%s %s\n' "$pid" "$(start_time "$pid")" >"$pid_file"
    for ((i = 0; ; i++)); do
        running_pid >/dev/null || fail_start "Asterisk ended while it started"
        if [ -S "$home/run/asterisk.ctl" ]; then
            answer=$(remote_timeout=60 remote core waitfullybooted 2>/dev/null) || true
            case $answer in *'fully booted'*) break ;; esac
        fi
        [ "$i" -lt 600 ] || fail_start "Asterisk did not start within a minute"
        sleep 0.1
    done
    # A port that is taken is only a line in Asterisk's log.
    if grep -E 'Unable to bind|Address already in use' "$home/log/messages.log" >&2; then
        fail_start "a port is taken"
    fi
    {
        printf 'ASTERISK_INSTANCE=%q\n' "$instance"
        printf 'ASTERISK_AMI_HOST=127.0.0.1\n'
        printf 'ASTERISK_AMI_PORT=%q\n' "$AMI_PORT"
        printf 'ASTERISK_AMI_TLS_PORT=%q\n' "$AMI_TLS_PORT"
        printf 'ASTERISK_AMI_TLS_CERTIFICATE=%q\n' "$home/etc/tls.crt"
        printf 'ASTERISK_AMI_USERNAME=%q\n' "$AMI_USERNAME"
        printf 'ASTERISK_AMI_PASSWORD=%q\n' "$AMI_PASSWORD"
        printf 'ASTERISK_FASTAGI=%q\n' "$FASTAGI"
        printf 'ASTERISK_SIP_PORT=%q\n' "$SIP_PORT"
        printf 'ASTERISK_IAX_PORT=%q\n' "$IAX_PORT"
        printf 'ASTERISK_RTP_START=%q\n' "$RTP_START"
        printf 'ASTERISK_VERSION=%q\n' "${version#Asterisk }"
        printf 'ASTERISK_PID=%q\n' "$pid"
        printf 'ASTERISK_AGI_DIR=%q\n' "$home/agi-bin"
        printf 'ASTERISK_BIND=%q\n' "$(IFS=: && echo "${binds[*]}")"
        printf 'ASTERISK_SPOOL_DIR=%q\n' "$home/spool"
        printf 'ASTERISK_LOG_DIR=%q\n' "$home/log"
    } >"$values_file"
    log "instance $instance runs: $version, AMI on 127.0.0.1:$AMI_PORT, FastAGI at $FASTAGI, process $pid"
    print_values
}

gone() { # within so many tenths of a second
    local i
    for ((i = 0; i < $1; i++)); do
        running_pid >/dev/null || return 0
        sleep 0.1
    done
    return 1
}

stop_instance() {
    local pid
    if ! pid=$(running_pid); then
        rm -f "$pid_file" "$values_file"
        return 0
    fi
    remote_timeout=5 remote core stop now >/dev/null 2>&1 || true
    if ! gone 50; then
        log "Asterisk does not stop when told to; sending TERM to process $pid"
        kill -TERM "$pid" 2>/dev/null || true
        if ! gone 30; then
            kill -KILL "$pid" 2>/dev/null || true
            gone 30 || die "process $pid does not end"
        fi
    fi
    rm -f "$pid_file" "$values_file"
    log "instance $instance stopped"
}

locked() { # one start or stop of an instance at a time
    exec 9>"$root/$instance.lock"
    flock -w 120 9 || die "another asterisk.sh has been at work on instance $instance for two minutes"
    "$@"
    exec 9>&-
}

case $command in
    install) install_system ;;
    start) locked start_instance ;;
    stop) locked stop_instance ;;
    restart)
        locked stop_instance
        locked start_instance
        ;;
    status)
        if running_pid >/dev/null; then print_values; else
            log "instance $instance does not run"
            exit 3
        fi
        ;;
    cli)
        [ ${#words[@]} -gt 0 ] || bad "cli needs a command"
        running_pid >/dev/null || die "instance $instance does not run"
        remote "${words[@]}"
        ;;
    logs)
        [ -e "$home/log/full.log" ] || die "instance $instance has no log"
        if [ ${#words[@]} -gt 0 ]; then exec tail -n 100 -F "$home/log/full.log"; fi
        cat "$home/log/full.log"
        ;;
esac
