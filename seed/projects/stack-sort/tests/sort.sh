#!/bin/sh
# Sorts many lists and lets the checker judge each; also what must be refused.
set -eu
cd "$(dirname "$0")/.."

fail() { echo "sort.sh: $1" >&2; exit 1; }

for count in 1 2 3 4 5 10 50 100 500; do
    most=0
    for seed in 1 2 3 4 5 6 7 8; do
        list=$(./numbers $count $seed)
        ./stack-sort "$list" > operations.txt
        ./checker "$list" < operations.txt > /dev/null || fail "$count numbers, seed $seed: not sorted"
        steps=$(wc -l < operations.txt)
        [ "$steps" -gt "$most" ] && most=$steps
    done
    echo "$count numbers: at most $most operations"
done
[ "$most" -le 5800 ] || fail "500 numbers took $most operations"
rm operations.txt

[ -z "$(./stack-sort 1 2 3)" ] || fail 'a sorted list needs no operation'
for wrong in 'one' '1 1' '2147483648' '1 2x' '-'; do
    if ./stack-sort "$wrong" > /dev/null 2>&1; then fail "'$wrong' was taken"; fi
done
if echo 'sx' | ./checker 2 1 > /dev/null 2>&1; then fail 'an unknown operation was taken'; fi
if echo 'ra' | ./checker 3 1 2 > /dev/null; then :; else fail 'ra sorts 3 1 2'; fi
echo 'sort.sh: all good'
