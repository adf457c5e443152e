#!/bin/bash
# Builds the system tree that sandboxes show instead of the host's /usr. Usage, as root: build-root.sh FOLDER [--node]
# The tree is read-only for sandboxes, holds no device, no set-user-id program and no secret. Point TERMINAL_ROOT to it.
set -euo pipefail

# What every demo finds; keep in step with src/sandbox/profiles.ts, a test compares them.
PACKAGES="bash coreutils util-linux findutils grep sed gawk tar less procps bc vim-tiny ncurses-term make gcc g++ libc6-dev python3"
NODE_PACKAGES="nodejs"
SUITE=${SUITE:-bookworm}

die() { echo "build-root: $1" >&2; exit 1; }
[ $# -ge 1 ] || die "usage: build-root.sh FOLDER [--node]"
root=$1
[ "${2-}" = --node ] && PACKAGES="$PACKAGES $NODE_PACKAGES"
[ "$(id -u)" = 0 ] || die "run it as root"
[ ! -e "$root" ] || die "$root exists already"
command -v debootstrap >/dev/null || die "install it: apt-get install debootstrap"

# Built beside its place, so that a tree that is there is a whole one.
work="$root.partial"
trap 'rm -rf "$work"' EXIT
rm -rf "$work"
debootstrap --variant=minbase --include="${PACKAGES// /,}" "$SUITE" "$work" ${MIRROR:+"$MIRROR"} >&2

rm -rf "$work"/var/* "$work"/usr/local/* "$work"/usr/src/* "$work"/usr/games/* "$work"/boot "$work"/root \
  "$work"/usr/share/doc "$work"/usr/share/man "$work"/usr/share/info "$work"/usr/share/locale \
  "$work"/dev "$work"/proc "$work"/sys "$work"/run "$work"/tmp "$work"/home "$work"/srv "$work"/media "$work"/mnt "$work"/opt
# Accounts and the machine's identity; sandboxes get an /etc of their own above this one.
rm -f "$work"/etc/shadow* "$work"/etc/gshadow* "$work"/etc/machine-id "$work"/etc/resolv.conf
mkdir -p "$work"/dev "$work"/proc "$work"/sys "$work"/run "$work"/tmp "$work"/home/visitor "$work"/srv
find "$work" -xdev \( -type b -o -type c -o -type p -o -type s \) -delete
find "$work" -xdev -type f -perm /6000 -exec chmod ug-s {} +
find "$work" -xdev -type d -perm /7000 -exec chmod a-t,ug-s {} +
find "$work" -xdev ! -type l -perm /022 -exec chmod go-w {} +
# Capabilities of files; nothing here has a use for them.
if command -v setcap >/dev/null; then getcap -r "$work" 2>/dev/null | cut -d' ' -f1 | xargs -r -n1 setcap -r; fi

mv "$work" "$root"
trap - EXIT
du -sm "$root" | cut -f1 | xargs -I{} echo "build-root: $root, {} MB" >&2
