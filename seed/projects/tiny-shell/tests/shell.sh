#!/bin/sh
# Compares what tiny-shell prints and answers with what it should.
set -u
cd "$(dirname "$0")/.."
failures=0
count=0

# check LINES EXPECTED-OUTPUT EXPECTED-STATUS
check() {
    output=$(printf '%s\n' "$1" | ./tiny-shell 2>&1)
    status=$?
    count=$((count + 1))
    if [ "$output" != "$2" ] || [ "$status" -ne "$3" ]; then
        echo "FAILED: $1"
        echo "  expected ($3): $2"
        echo "  got ($status): $output"
        failures=$((failures + 1))
    fi
}

check 'echo hello' 'hello' 0
check 'echo "a  b" c' 'a  b c' 0
check "echo '\$HOME'" "\$HOME" 0
check 'export X=one; echo "$X-two" $X' 'one-two one' 0
check 'export X="a b"; echo "<$X>"' '<a b>' 0
check 'unset X; echo "<$X>"' '<>' 0
check 'false; echo $?' '1' 0
check 'true && echo yes || echo no' 'yes' 0
check 'false && echo yes || echo no' 'no' 0
check 'printf "b\na\n" | sort | head -n 1' 'a' 0
check 'echo one > f; echo two >> f; cat < f; rm f' 'one
two' 0
check 'cat << END
x $HOME_NOT_SET y
END' 'x  y' 0
check "cat << 'END'
\$HOME
END" "\$HOME" 0
check 'cd /tmp; pwd' '/tmp' 0
check 'cd /nowhere' 'tiny-shell: cd: /nowhere: No such file or directory' 1
check 'nothing-like-this' 'tiny-shell: nothing-like-this: there is no such command' 127
check 'sh -c "kill -9 \$\$"; echo $?' 'Killed
137' 0
check 'exit 42' '' 42
check 'echo "open' 'tiny-shell: a " is not closed' 2
check 'echo a |' 'tiny-shell: did not expect the end of the line here' 2
check '| cat' 'tiny-shell: did not expect | here' 2
check 'yes | head -n 2' 'y
y' 0
check '# only a comment' '' 0
check 'echo a#b # c' 'a#b' 0

if [ "$failures" -eq 0 ]; then echo "shell.sh: $count checks, all good"; else exit 1; fi
