// Proves at start that a sandbox on this host is one: each promise is looked at from inside.
import type { SandboxLimits, SandboxRun } from './types.ts'

const MIB = 1024 * 1024

/** Bounds of the test's own sandbox; two of them are read back. */
export const SELF_TEST_LIMITS: SandboxLimits = {
  memoryBytes: 256 * MIB,
  diskBytes: 8 * MIB,
  inodes: 256,
  processes: 48,
  cpuSeconds: 20,
}

/** Prints one `name=value` for each promise. */
export const SELF_TEST_SCRIPT = `
field() { sed -n "s/^$1:[[:space:]]*//p" /proc/self/status; }
echo "marker=$(cat marker)"
echo "uid=$(id -u)"
echo "capabilities=$(field CapEff)$(field CapBnd)"
echo "no_new_privileges=$(field NoNewPrivs)"
echo "filter=$(field Seccomp)"
echo "init=$(ls -A /proc/1 | wc -l)"
echo "processes_seen=$(ls /proc | grep -c '^[0-9]')"
(echo x > /usr/probe) 2>/dev/null && echo "root=writable" || echo "root=read-only"
(echo x > /probe) 2>/dev/null && echo "top=writable" || echo "top=read-only"
(echo x > /dev/probe) 2>/dev/null && echo "dev=writable" || echo "dev=read-only"
echo "network=$(sed -n 's/^ *\\([^ ]*\\):.*/\\1/p' /proc/net/dev | tr '\\n' ' ' | sed 's/ $//')"
echo "process_limit=$(ulimit -Hu)"
echo "disk_kib=$(df -k --output=size . | tail -n 1 | tr -d ' ')"
echo "inodes=$(df --output=itotal . | tail -n 1 | tr -d ' ')"
unshare --user true 2>/dev/null && echo "namespaces=allowed" || echo "namespaces=refused"
(exec 9<>/dev/tcp/127.0.0.1/1) 2>&1 | grep -q 'family not supported' && echo "sockets=refused" || echo "sockets=allowed"
echo "descriptors=$(ls /proc/self/fd | grep -cvE '^[0123]$')"
echo "environment=$(env | grep -c '^SB_')"
`

const EXPECTED: Record<string, string> = {
  uid: '1000',
  capabilities: '0'.repeat(32),
  no_new_privileges: '1',
  filter: '2',
  init: '0',
  root: 'read-only',
  top: 'read-only',
  dev: 'read-only',
  network: 'lo',
  process_limit: String(SELF_TEST_LIMITS.processes),
  disk_kib: String(SELF_TEST_LIMITS.diskBytes / 1024),
  inodes: String(SELF_TEST_LIMITS.inodes),
  namespaces: 'refused',
  sockets: 'refused',
  descriptors: '0',
  environment: '0',
}
/** Itself, the script and a few helpers: far fewer than a host has. */
const MAX_PROCESSES_SEEN = 8

/** Names of the promises that are not kept, with what was found; empty when all are. */
export const brokenPromises = (stdout: string, marker: string): string[] => {
  const found = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const expected = { ...EXPECTED, marker }
  const broken = Object.entries(expected)
    .filter(([name, value]) => found.get(name) !== value)
    .map(([name, value]) => `${name} is ${found.get(name) ?? 'unknown'} instead of ${value}`)
  const seen = Number(found.get('processes_seen') ?? Number.NaN)
  return seen <= MAX_PROCESSES_SEEN ? broken : [...broken, `it sees ${seen} processes`]
}

/** What a launcher's error message means for the operator. First match wins. */
const REMEDIES: readonly [RegExp, string][] = [
  [
    /unshare failed: Operation not permitted|No permissions to create new namespace/,
    'Allow user namespaces: load deploy/terminal/seccomp.json in a container, or set sysctl kernel.unprivileged_userns_clone=1.',
  ],
  [
    /Creating new namespace failed: Permission denied|Failed to make \/ slave/,
    'AppArmor forbids it: load deploy/terminal/apparmor.profile.',
  ],
  [
    /uid map: Permission denied/,
    'This system restricts user namespaces: load an AppArmor profile with `userns,`.',
  ],
  [
    /uid map: Operation not permitted/,
    'Run the service as a user other than root, or with CAP_SETFCAP.',
  ],
  [
    /pivot_root|unshare failed: Function not implemented/,
    'The seccomp profile of the container forbids it: load deploy/terminal/seccomp.json.',
  ],
  [/[Mm]ount(ing)? proc/, 'Start the container with security_opt systempaths=unconfined.'],
  [
    /does not fit|no workspace|cannot be read/,
    'The state folder must be readable, and the kernel must let user namespaces mount tmpfs (5.11 or later).',
  ],
  [/No space left|ENOSPC/, 'Raise sysctl user.max_user_namespaces.'],
  [
    /cannot enter the control group/,
    'Let the service write into its own control group: Delegate=yes in systemd, or a writable cgroup v2 mount.',
  ],
  [
    /limits? cannot be set|oom_score_adj/,
    'The limits of the service itself are lower than those of a sandbox: raise its ulimits.',
  ],
  [
    /refusing to keep uid 0/,
    'Give the service setpriv from util-linux, or run it as another user.',
  ],
  [/No such file|not found/, 'Install it: apt-get install bubblewrap util-linux coreutils.'],
]

/** The reason and the cure, from a run of the self-test; `undefined` when it passed. */
export const verdictOf = (
  run: SandboxRun,
  marker: string,
): { reason: string; remedy: string } | undefined => {
  const stdout = run.stdout.toString('utf8')
  if (run.exit.code === 0) {
    const broken = brokenPromises(stdout, marker)
    if (broken.length === 0) return undefined
    return {
      reason: `The sandbox does not keep what it promises: ${broken.join('; ')}.`,
      remedy: 'Terminals stay off; see SECURITY.md.',
    }
  }
  const log = run.log.trim().split('\n').slice(-3).join(' ') || `exit code ${run.exit.code}`
  const remedy = REMEDIES.find(([pattern]) => pattern.test(log))?.[1] ?? 'See SECURITY.md.'
  return { reason: `The sandbox could not be built: ${log}`, remedy }
}
