// The trusted part of a runner: in one workspace it starts one sandbox after the other, as it is told through a pipe.
import { launcherScript } from './launcher-script.ts'

/** Told in place of an exit code when a program is about to start; no exit code is as large. */
export const STARTED = 256

/**
 * The pipe (7) carries the mark, then for each program a count and so many words that end with NUL. The service closes it
 * by ending. Signals of the keyboard reach all processes of the terminal and are for the program alone. Ctrl-Z stops
 * nothing: the process group has no parent in the terminal's session, so the kernel drops it.
 *
 * Between programs the terminal neither echoes nor waits for lines, so that input which came too late is thrown away
 * before the next program starts. A program may have made another process group the terminal's; only that costs a perl.
 * What bash says of killed children is not for visitors. Filter and arguments are opened anew for each run, because
 * bubblewrap reads them to their end.
 */
export const RUNNER_SCRIPT = launcherScript(`
shift 5; trap "" INT QUIT TSTP TTIN TTOU HUP TERM
read -r mark <&7 || exit 0
saved=$(exec stty -g 3<&- 4<&- 7<&-) || die "the terminal does not answer"
tell() { printf "\\0%s;%d;" "$mark" "$1"; }
set_tty() { stty "$@" 3<&- 4<&- 7<&-; }
exec 2>/dev/null
set_tty -icanon -echo -isig min 0 time 0
while read -r count <&7; do
  argv=()
  while [ "\${#argv[@]}" -lt "$count" ]; do
    IFS= read -r -d "" word <&7 || exit 0
    argv+=("$word")
  done
  cat >/dev/null 3<&- 4<&- 7<&-
  set_tty "$saved"
  tell ${STARTED}
  (exec -c /usr/bin/bwrap --seccomp 3 --args 4 "$@" "\${argv[@]}") 3</proc/self/fd/3 4</proc/self/fd/4 7<&- 2>&1
  code=$?
  read -r stat < /proc/self/stat; ids=(\${stat##*) })
  [ "\${ids[2]}" = "\${ids[5]}" ] || perl -MPOSIX -e "POSIX::tcsetpgrp(0, getpgrp) or exit 1" 3<&- 4<&- 7<&- || exit 1
  set_tty "$saved" -icanon -echo -isig min 0 time 0
  tell "$code"
done`)

/** Inside the sandbox, in front of the program: signals as a program expects them, and a sentence when it is not there. */
export const INSIDE_COMMAND = [
  '/usr/bin/env',
  '--default-signal',
  '/bin/bash',
  '--norc',
  '--noprofile',
  '-c',
  `type -P -- "$1" >/dev/null || {
  [ -e "$1" ] && [[ $1 = */* ]] && { printf '%s cannot be run as a program.\\n' "$1" >&2; exit 126; }
  printf 'There is no program called %s here.\\n' "$1" >&2; exit 127
}
exec -- "$@"`,
  'run',
] as const
