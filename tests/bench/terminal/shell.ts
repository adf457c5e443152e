// What is typed into the shells of every system, and what tells that it has been done.

/** The same in all systems; never part of what a command prints. */
export const PROMPT = 'BENCH> '
export const CTRL_C = '\x03'
/** Printed by `MARK`, whose own text does not hold it. */
export const MARK_BYTE = '\x01'
export const MARK = String.raw`printf '\001'`

/** How to start a ttyd that serves the shell which the service serves. */
export const TTYD_COMMAND = `ttyd -p 7681 -i 127.0.0.1 -W env PS1='${PROMPT}' LC_ALL=C.UTF-8 bash --noprofile --norc -i`

/** Every typed byte comes back as it is. */
export const ECHO_LINE = `stty raw -echo; ${MARK}; cat`

/** 80 KB/s without making a process for each line: 4000 bytes 20 times a second. */
const BUSY_LINE = [
  'f=$(mktemp -u)',
  'mkfifo $f',
  'exec 3<>$f',
  'rm $f',
  "printf -v s '%4000s'",
  MARK,
  'while :; do echo "$s"; read -t 0.05 -u 3; done',
].join('; ')

export const LOADS = {
  busy: BUSY_LINE,
  flood: `${MARK}; yes`,
} as const
export type LoadKind = keyof typeof LOADS
