#!/bin/sh
# Installs what is missing of the commands named, as root on a Debian system; elsewhere says what is missing.
# An argument is a command, or command=package where the names differ; /path=package stands for a file.
set -eu

missing=
for argument; do
    command=${argument%%=*}
    package=${argument#*=}
    if ! command -v "$command" >/dev/null && ! [ -f "$command" ]; then
        case " $missing " in *" $package "*) ;; *) missing="$missing $package" ;; esac
    fi
done
if [ -z "$missing" ]; then
    exit 0
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "setup: installing$missing"
    apt-get update -qq || true
    # Packages are words without spaces.
    # shellcheck disable=SC2086
    if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
fi
echo "setup: missing:$missing; what needs them is skipped (Debian: apt-get install$missing)"
