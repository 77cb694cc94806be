#!/bin/sh
# Before new files come, or the old ones go: asks a running program to close, as the user would. Every choice is on the
# disk before the screen shows it, and a saving that has begun comes to its end, so nothing is lost.
set -e
program=/usr/lib/tikissa/tikissa

running() {
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/exe" 2>/dev/null)" = "$program" ]; then
            echo "${process#/proc/}"
        fi
    done
}

ask_to_close() {
    for process in $(running); do
        # What it started itself it ends itself.
        grep -q multiprocessing "/proc/$process/cmdline" 2>/dev/null || kill -TERM "$process" 2>/dev/null || true
    done
}

case "$1" in
install | upgrade | remove)
    [ -z "$(running)" ] && exit 0
    echo "Tikissä is open. It is closed now; your choices are kept, and are there when you open it again."
    for seconds in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        [ "$seconds" = 1 ] && ask_to_close
        [ -z "$(running)" ] && exit 0
        sleep 1
    done
    echo "Tikissä is still busy. Let it finish, close it, and try again." >&2
    exit 1
    ;;
esac
exit 0
