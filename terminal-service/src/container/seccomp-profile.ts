// The seccomp profile of the service's container: what Node, the launcher and bubblewrap need, and no more.
import { ALLOWED_SYSCALLS } from '../sandbox/policy.ts'

/** "Not implemented": programs fall back to older calls where "not permitted" would stop them. */
const ENOSYS = 38
const AF_INET = 2
const AF_INET6 = 10
const AF_NETLINK = 16

/** Decided by an argument inside a sandbox; the service itself needs them with any. */
const BY_ARGUMENT_INSIDE = ['clone', 'ioctl', 'personality', 'socketpair']

/** What building a sandbox takes: namespaces, mounts, dropping capabilities. */
const FOR_SANDBOXES = [
  'capset',
  'mount',
  'pivot_root',
  'sethostname',
  'setns',
  'umount2',
  'unshare',
]

/** What Node uses and visitors' programs do without. */
const FOR_NODE = ['inotify_add_watch', 'inotify_init1', 'inotify_rm_watch', 'memfd_create']

type Rule = {
  names: string[]
  action: 'SCMP_ACT_ALLOW'
  args?: { index: number; value: number; op: 'SCMP_CMP_EQ' }[]
}

export type SeccompProfile = {
  defaultAction: 'SCMP_ACT_ERRNO'
  defaultErrnoRet: number
  archMap: { architecture: string; subArchitectures: string[] }[]
  syscalls: Rule[]
}

/** Docker's `security_opt: seccomp=` format, as the OCI runtime specification defines it. */
export const containerProfile = (): SeccompProfile => {
  const names = [...ALLOWED_SYSCALLS, ...BY_ARGUMENT_INSIDE, ...FOR_SANDBOXES, ...FOR_NODE]
  const families = [1, AF_INET, AF_INET6, AF_NETLINK]
  return {
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: ENOSYS,
    archMap: [
      { architecture: 'SCMP_ARCH_X86_64', subArchitectures: [] },
      { architecture: 'SCMP_ARCH_AARCH64', subArchitectures: [] },
    ],
    syscalls: [
      { names: [...new Set(names)].sort(), action: 'SCMP_ACT_ALLOW' },
      ...families.map(
        (value): Rule => ({
          names: ['socket'],
          action: 'SCMP_ACT_ALLOW',
          args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }],
        }),
      ),
    ],
  }
}

export const profileText = (): string => `${JSON.stringify(containerProfile(), null, 2)}\n`
