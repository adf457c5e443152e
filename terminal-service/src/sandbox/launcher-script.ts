// The trusted shell script that turns a fresh process into a sandbox. It runs before any byte of a visitor is read.
import { LAST_ARGUMENT } from './bwrap-args.ts'
import { NICENESS } from './niceness.ts'
import { SYSCALLS_ARM64 } from './syscalls-arm64.ts'
import { SYSCALLS_X64 } from './syscalls-x64.ts'

/** From the signal that CPU time is used up to the one that nobody survives, in seconds. */
const CPU_GRACE_S = 2

/**
 * Without a terminal the service holds the other end of this descriptor. When that closes, all that was launched is
 * killed: bubblewrap ends with its parent as well, but not when the parent ends while the sandbox is being made. With a
 * terminal the hangup does it, which the launcher gets as the terminal's session leader.
 */
export const LIFELINE_FD = 5

const PR_SET_CHILD_SUBREAPER = 36
const prctl = (process.arch === 'arm64' ? SYSCALLS_ARM64 : SYSCALLS_X64).get('prctl')

/**
 * Bubblewrap ends before the first process of its sandbox has: that one would be left to the host's first process, and be
 * counted against the session until that one buries it, which in a container may be never. Says nothing when it fails: the
 * system buries it then, as it does for terminals, whose bubblewrap ends once.
 */
const BECOME_SUBREAPER = `syscall(${prctl}, ${PR_SET_CHILD_SUBREAPER}, 1, 0, 0, 0); exec @ARGV`

/**
 * Stage 1 drops root, sets limits and closes every inherited descriptor; it takes its settings from `SB_*` variables.
 * With SB_MARK it stays behind as the terminal's session leader, so that the last output arrives before the end is told:
 * it prints the mark with the exit code, then waits to be killed. The project is read here, before the user changes, so
 * that neither its files nor the folders above them have to be open to all. Stage 2 is root of a private user namespace only; it
 * makes the workspace and goes on with `afterWorkspace`, which holds no single quote: bubblewrap's namespaces and the
 * command are its arguments from the 6th on; 3 is the filter, 4 bubblewrap's other arguments, 7 what SB_FIFO names, if set.
 * Where the kernel groups processes by their session, niceness counts within a group only, so the group gets it as well.
 * `exec -c` and `env -i` keep the service's environment out.
 */
export const launcherScript = (afterWorkspace: string): string => `
set -u; umask 022; PATH=/usr/bin:/bin
die() { echo "sandbox: $1" >&2; exit 125; }
for f in /proc/self/fd/*; do n=\${f##*/}
  [ "$n" -gt 2 ] && { [ "$n" != ${LIFELINE_FD} ] || [ -n "\${SB_MARK-}" ]; } && eval "exec $n>&-"
done
[ -n "\${SB_CGROUP-}" ] && { echo $$ > "$SB_CGROUP/cgroup.procs" || die "cannot enter the control group"; }
{ echo ${NICENESS} > /proc/self/autogroup; } 2>/dev/null
echo 1000 > /proc/self/oom_score_adj || die "oom_score_adj cannot be set"
ulimit -HSc 0 && ulimit -HSn 256 && ulimit -HSf "$SB_FILE_BLOCKS" && ulimit -St "$SB_CPU" \
  && ulimit -Ht "$((SB_CPU + ${CPU_GRACE_S}))" && ulimit -HSq 0 \
  && ulimit -HSl 64 && ulimit -HSi 256 && ulimit -HSd "$SB_DATA" || die "resource limits cannot be set"
stage2='die() { echo "sandbox: $1" >&2; exit 125; }
read -r _ outside _ < /proc/self/uid_map && [ "$outside" != 0 ] || die "refusing to keep uid 0"
ulimit -HSu "$1" || die "the process limit cannot be set"; m=$4
mount -n -t tmpfs -o "size=$2,nr_inodes=$3,mode=0755,nosuid,nodev" tmpfs "$m" || die "no workspace"
tar -C "$m" -xpf - --no-same-owner <&6 || die "the project does not fit into the workspace"
exec 6<&-
${afterWorkspace}'
mapfile -d '' -t args < "$SB_ARGS" && [ "\${args[-1]-}" = ${LAST_ARGUMENT} ] || die "the arguments are not whole"
[ -d "$SB_TEMPLATE/home" ] || die "the project is not there"
[ -z "\${SB_FIFO-}" ] || exec 7<"$SB_FIFO" || die "no way to be told what to run"
exec 6< <(exec tar -C "$SB_TEMPLATE" -cf - .) || die "the project cannot be read"
set -- /bin/bash --norc -c "$stage2" stage2 "$SB_PROCESSES" "$SB_SIZE" "$SB_INODES" "$SB_MOUNT" "\${SB_MARK:+terminal}" "$@"
[ -z "\${SB_FIFO-}" ] || set -- /usr/bin/perl -e '${BECOME_SUBREAPER}' -- "$@"
set -- /usr/bin/unshare --user --map-root-user --mount --propagation private -- "$@"
if [ -n "\${SB_UID-}" ]; then
  set -- /usr/bin/setpriv --reuid "$SB_UID" --regid "$SB_UID" --clear-groups --no-new-privs -- "$@"
elif [ "$EUID" = 0 ]; then die "refusing to keep uid 0"; fi
if [ -z "\${SB_MARK-}" ]; then
  exec 3<"$SB_FILTER" 4<"$SB_ARGS" || die "no filter or no arguments"
  exec -c "$@"
fi
[ -r "$SB_FILTER" ] && [ -r "$SB_ARGS" ] || die "no filter or no arguments"
trap '' INT QUIT TSTP TTIN TTOU
# A trap waits for a command in the foreground, so this one runs behind it, with the signals as they were.
trap 'kill -9 0' HUP
/usr/bin/env -i --default-signal "$@" <&0 3<"$SB_FILTER" 4<"$SB_ARGS" &
# What this shell says of a killed child is not for visitors.
exec 2>/dev/null
wait $!
code=$?
printf '\\0%s;%d;' "$SB_MARK" "$code"
exec -c /usr/bin/sleep 3600
`

/** Becomes bubblewrap. */
export const LAUNCHER_SCRIPT =
  launcherScript(`# Node hands out sockets as pipes, and nobody can open /dev/stderr on a socket.
if [ -z "$5" ]; then
  (exec 3<&- 4<&- 6<&- </dev/null >/dev/null 2>&1; read -r _ <&${LIFELINE_FD}; kill -9 0) &
  exec ${LIFELINE_FD}<&-
  exec 6<&0 1> >(exec cat 3<&- 4<&-) 2> >(exec cat >&2 3<&- 4<&-)
  exec 0< <(exec cat <&6 3<&- 4<&-) 6<&-
fi
shift 5; exec -c /usr/bin/bwrap --seccomp 3 --args 4 "$@"`)
