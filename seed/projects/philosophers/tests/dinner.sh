#!/bin/sh
# Whole dinners: what is printed and what the program exits with.
failures=0
output=$(mktemp)
trap 'rm -f "$output"' EXIT

# check NAME STATUS TEXT COMMAND...
check() {
    name=$1 wanted=$2 text=$3
    shift 3
    "$@" >"$output" 2>&1
    status=$?
    if [ "$status" -ne "$wanted" ] || ! grep -q "$text" "$output"; then
        echo "not ok: $name (exit $status, wanted $wanted and '$text')"
        sed 's/^/    /' "$output"
        failures=$((failures + 1))
    fi
}

check 'everyone gets the meals they asked for' 0 'everyone had 5 meals' ./dinner 5 800 50 50 5
check 'an even table works too' 0 'everyone had 3 meals' ./dinner 4 410 50 50 3
check 'forty at a table' 0 'everyone had 4 meals' ./dinner 40 1000 30 30 4
check 'too little time starves somebody' 1 'starved after' ./dinner 4 100 80 80 5
check 'alone nobody can eat' 1 'only one fork' ./dinner 1 100 50 50
check 'the naive way ends in a deadlock' 3 'Deadlock after' ./dinner --naive 5 2000 200 200
check 'the circle is named' 3 'wants fork 1, held by 1' ./dinner --naive 5 2000 200 200
check 'alone and naive is a circle of one' 3 '1 wants fork 1, held by 1' ./dinner --naive 1 500 50 50
check 'Ctrl-C ends the dinner and still sums up' 130 'Interrupted after' \
    timeout --preserve-status -s INT 0.3 ./dinner 5 800 50 50
check 'words are not numbers' 2 "SEATS must be a whole number from 1 to 200, not 'five'" \
    ./dinner five 800 200 200

if ./dinner 3 800 20 20 1 | grep -q "$(printf '\033')"; then
    echo 'not ok: colour in a pipe'
    failures=$((failures + 1))
fi

# No two neighbours ever eat at the same time: replay the log of a crowded dinner.
./dinner --plain 7 2000 20 5 8 | awk '
    $4 == "eats" {
        left = $3 == 1 ? 7 : $3 - 1; right = $3 == 7 ? 1 : $3 + 1
        if (eating[left] || eating[right]) { print "not ok: " $0 " beside a neighbour"; bad = 1 }
        eating[$3] = 1
    }
    $4 == "sleeps" || $4 == "leaves" { eating[$3] = 0 }
    END { exit bad }
' || failures=$((failures + 1))

[ "$failures" -eq 0 ] && echo 'dinner: ok'
exit "$failures"
