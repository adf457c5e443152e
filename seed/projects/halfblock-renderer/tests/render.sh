#!/bin/sh
# Renders every scene small and looks at what comes out.
set -eu
cd "$(dirname "$0")/.."

fail() { echo "render.sh: $1" >&2; exit 1; }

for scene in rings drops sponge; do
    ./halfblock $scene --ppm 40x30 --at 1 > picture.ppm
    [ "$(wc -c < picture.ppm)" -eq 3613 ] || fail "$scene: the file has the wrong size"
    ./halfblock $scene --ppm 40x30 --at 1 | cmp - picture.ppm || fail "$scene: not the same twice"
    colours=$(tail -c 3600 picture.ppm | od -An -v -tu1 -w3 | sort -u | wc -l)
    [ "$colours" -gt 100 ] || fail "$scene: only $colours colours"
    ./halfblock $scene --still | grep -q '38;2;' || fail "$scene: no true colour"
done
rm picture.ppm
./halfblock rings --frames 3 < /dev/null | tail -n 1 | grep -q '3 pictures of' || fail 'three pictures'
for wrong in 'nothing' '--ppm 0x0' '--frames 0'; do
    if ./halfblock $wrong > /dev/null 2>&1; then fail "'$wrong' was taken"; fi
done
echo 'render.sh: all good'
