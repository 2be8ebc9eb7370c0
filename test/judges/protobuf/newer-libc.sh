#!/bin/bash
# newer-libc.sh DIR: unpacks the C library and what belongs to it from a newer Debian into DIR.
# Nothing on the system is changed. The conformance runner is built for glibc 2.38; Debian 12 has
# 2.36. Where packages come from is read from this machine's own apt sources.
set -euo pipefail

loader=usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
[ -x "$1/$loader" ] && exit 0

for tool in apt-get dpkg-deb; do
  command -v "$tool" >/dev/null || { echo "newer-libc: $tool is needed, and not here" >&2; exit 1; }
done

mkdir -p "$1"
target=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
: >"$work/status"

# The first archive that apt knows, in the new form of its sources or in the old.
archive=$({ cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true; } |
  awk '/^URIs:/ { print $2; exit } /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; exit } }')
[ -n "$archive" ] || { echo 'newer-libc: no package archive in apt'\''s sources' >&2; exit 1; }

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keyring] $archive trixie main" >"$work/sources.list"
options=(
  -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::lists=$work/lists" -o "Dir::State::status=$work/status"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root
)
apt-get "${options[@]}" update -qq
cd "$work"
apt-get "${options[@]}" download -qq libc6 libstdc++6 libgcc-s1 zlib1g
for package in *.deb; do dpkg-deb -x "$package" "$target"; done
