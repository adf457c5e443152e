// Which system calls a visitor's programs may make. What is not named here does not exist for them.
import type { SandboxFlags } from '@shellfolio/protocol'
import {
  type Action,
  ALLOW,
  type Architecture,
  type FilterRules,
  type Outcome,
  refuseWith,
} from './bpf.ts'
import type { SyscallTable } from './syscall-table.ts'
import { SYSCALLS_ARM64 } from './syscalls-arm64.ts'
import { SYSCALLS_X64 } from './syscalls-x64.ts'

const EPERM = 1
const ENOSYS = 38
const EPROTONOSUPPORT = 93
const EAFNOSUPPORT = 97
const AF_UNIX = 1
const INTERNET_FAMILIES = [2, 10]
const STREAM = { type: 1, protocols: [0, 6] }
const DATAGRAM = { type: 2, protocols: [0, 17] }
/** Without SOCK_CLOEXEC and SOCK_NONBLOCK, which ride in the same argument. */
const SOCKET_TYPE_MASK = 0xfff7f7ff
/** Process 1 of every sandbox. */
const INIT_PID = 1
/** Every `CLONE_NEW*` flag that `clone` takes: a new namespace of any kind. */
const NAMESPACE_FLAGS = 0x7e020000
/** Push input into a terminal, steal the console, change the line discipline. */
const TERMINAL_ATTACKS = { TIOCSTI: 0x5412, TIOCLINUX: 0x541c, TIOCCONS: 0x541d, TIOCSETD: 0x5423 }
/** Levels, and the options of them that put another protocol on top of TCP and UDP. */
const SOCKET_OPTIONS = { tcp: 6, TCP_ULP: 31, udp: 17, UDP_ENCAP: 100 }
/** Plain Linux, without address randomisation, and the query. */
const PERSONALITIES = [0, 0x0040000, 0xffffffff]

const SYSCALL_TABLES: Record<Architecture, SyscallTable> = {
  x64: SYSCALLS_X64,
  arm64: SYSCALLS_ARM64,
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const FILES = words(`
  access chdir chmod chown close close_range copy_file_range creat dup dup2 dup3 faccessat faccessat2
  fadvise64 fallocate fchdir fchmod fchmodat fchmodat2 fchown fchownat fcntl fdatasync fgetxattr
  flistxattr flock fremovexattr fsetxattr fstat fstatfs fsync ftruncate futimesat getcwd getdents
  getdents64 getxattr lchown lgetxattr link linkat listxattr llistxattr lremovexattr lseek lsetxattr
  lstat mkdir mkdirat mknod mknodat newfstatat open openat openat2 pread64 preadv preadv2 pwrite64
  pwritev pwritev2 read readahead readlink readlinkat readv removexattr rename renameat renameat2
  rmdir sendfile setxattr stat statfs statx symlink symlinkat sync sync_file_range truncate umask
  unlink unlinkat utime utimensat utimes write writev
`)

const MEMORY = words(`
  brk madvise map_shadow_stack membarrier mincore mlock mlock2 mlockall mmap mprotect mremap mseal
  msync munlock munlockall munmap pkey_alloc pkey_free pkey_mprotect
`)

const PROCESSES = words(`
  arch_prctl execve execveat exit exit_group fork getpgid getpgrp getpid getppid getsid gettid kill
  pidfd_open pidfd_send_signal prctl process_mrelease restart_syscall rseq rt_sigaction rt_sigpending
  rt_sigprocmask rt_sigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo
  set_robust_list get_robust_list set_tid_address setpgid setsid sigaltstack signalfd signalfd4
  tgkill tkill vfork wait4 waitid landlock_add_rule landlock_create_ruleset landlock_restrict_self
  seccomp
`)

const IDENTITY = words(`
  capget getegid geteuid getgid getgroups getresgid getresuid getuid setfsgid setfsuid setgid
  setgroups setregid setresgid setresuid setreuid setuid
`)

const SCHEDULING = words(`
  futex futex_requeue futex_wait futex_waitv futex_wake getcpu getpriority getrlimit getrusage
  ioprio_get ioprio_set prlimit64 sched_get_priority_max sched_get_priority_min sched_getaffinity
  sched_getattr sched_getparam sched_getscheduler sched_rr_get_interval sched_setaffinity
  sched_setattr sched_setparam sched_setscheduler sched_yield setpriority setrlimit
`)

const TIME = words(`
  alarm clock_getres clock_gettime clock_nanosleep getitimer gettimeofday nanosleep pause setitimer
  time timer_create timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create
  timerfd_gettime timerfd_settime times
`)

const COMMUNICATION = words(`
  accept accept4 bind connect epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait
  eventfd eventfd2 getpeername getsockname getsockopt listen pipe pipe2 poll ppoll pselect6 recvfrom
  recvmmsg recvmsg select sendmmsg sendmsg sendto setsockopt shutdown
`)

const INFORMATION = words('cachestat getrandom sysinfo uname')

export const ALLOWED_SYSCALLS = [
  ...FILES,
  ...MEMORY,
  ...PROCESSES,
  ...IDENTITY,
  ...SCHEDULING,
  ...TIME,
  ...COMMUNICATION,
  ...INFORMATION,
]

/** Known and refused with "not permitted", so that tools print an honest message. */
export const FORBIDDEN_SYSCALLS = words(`
  acct add_key adjtimex afs_syscall bpf chroot clock_adjtime clock_settime delete_module fanotify_init
  fanotify_mark finit_module fsconfig fsmount fsopen fspick init_module ioperm iopl io_uring_enter
  io_uring_register io_uring_setup kcmp kexec_file_load kexec_load keyctl lookup_dcookie mbind
  migrate_pages modify_ldt mount mount_setattr move_mount move_pages name_to_handle_at
  open_by_handle_at open_tree perf_event_open pidfd_getfd pivot_root process_madvise
  process_vm_readv process_vm_writev ptrace quotactl quotactl_fd reboot request_key setdomainname
  sethostname set_mempolicy set_mempolicy_home_node setns settimeofday splice swapoff swapon syslog
  tee umount2 unshare userfaultfd vhangup vmsplice
`)

const answer = (value: number): Action => ({ kind: 'answer', value })

/** Calls that are decided by an argument. Only its low 32 bits are compared: the kernel drops the rest as well. */
const CONDITIONAL: Record<string, Action> = {
  clone: {
    kind: 'compare',
    argument: 0,
    mask: NAMESPACE_FLAGS,
    equals: [0],
    ifEqual: ALLOW,
    otherwise: refuseWith(EPERM),
  },
  // Its flags lie in memory, where a filter cannot look; the C library falls back to clone.
  clone3: answer(refuseWith(ENOSYS)),
  socket: {
    kind: 'compare',
    argument: 0,
    equals: [AF_UNIX],
    ifEqual: ALLOW,
    otherwise: refuseWith(EAFNOSUPPORT),
  },
  socketpair: {
    kind: 'compare',
    argument: 0,
    equals: [AF_UNIX],
    ifEqual: ALLOW,
    otherwise: refuseWith(EAFNOSUPPORT),
  },
  ioctl: {
    kind: 'compare',
    argument: 1,
    equals: Object.values(TERMINAL_ATTACKS),
    ifEqual: refuseWith(EPERM),
    otherwise: ALLOW,
  },
  personality: {
    kind: 'compare',
    argument: 0,
    equals: PERSONALITIES,
    ifEqual: ALLOW,
    otherwise: refuseWith(EPERM),
  },
}

const socketOf = (type: number, protocols: readonly number[], otherwise: Outcome): Action => ({
  kind: 'compare',
  argument: 1,
  mask: SOCKET_TYPE_MASK,
  equals: [type],
  ifEqual: {
    kind: 'compare',
    argument: 2,
    equals: protocols,
    ifEqual: ALLOW,
    otherwise: refuseWith(EPROTONOSUPPORT),
  },
  otherwise,
})

const optionRefused = (options: readonly number[]): Action => ({
  kind: 'compare',
  argument: 2,
  equals: options,
  ifEqual: refuseWith(EPERM),
  otherwise: ALLOW,
})

/**
 * TCP and UDP within the sandbox's own network, where nobody else is. Any other protocol would make the kernel load the
 * module for it, and modules nobody uses are where its holes are; so would putting another protocol on top of a socket.
 */
const LOOPBACK: Record<string, Action> = {
  socket: {
    kind: 'compare',
    argument: 0,
    equals: [AF_UNIX],
    ifEqual: ALLOW,
    otherwise: {
      kind: 'compare',
      argument: 0,
      equals: INTERNET_FAMILIES,
      ifEqual: socketOf(
        STREAM.type,
        STREAM.protocols,
        socketOf(DATAGRAM.type, DATAGRAM.protocols, refuseWith(EPROTONOSUPPORT)),
      ),
      otherwise: refuseWith(EAFNOSUPPORT),
    },
  },
  setsockopt: {
    kind: 'compare',
    argument: 1,
    equals: [SOCKET_OPTIONS.tcp],
    ifEqual: optionRefused([SOCKET_OPTIONS.TCP_ULP]),
    otherwise: {
      kind: 'compare',
      argument: 1,
      equals: [SOCKET_OPTIONS.udp],
      ifEqual: optionRefused([SOCKET_OPTIONS.UDP_ENCAP]),
      otherwise: ALLOW,
    },
  },
}

const unlessInit = (argument: 0 | 1): Action => ({
  kind: 'compare',
  argument,
  equals: [INIT_PID],
  ifEqual: refuseWith(EPERM),
  otherwise: ALLOW,
})

/**
 * For debuggers and the leak checker. Whoever traces process 1 could take from it that it ends with its parent, and the
 * sandbox would outlive a killed service; its folder in /proc is covered for the same reason.
 */
const DEBUG: Record<string, Action> = { ptrace: unlessInit(1), process_vm_readv: unlessInit(0) }

export const isSupportedArchitecture = (name: string): name is Architecture =>
  Object.hasOwn(SYSCALL_TABLES, name)

export const NO_FLAGS: SandboxFlags = { loopback: false, debug: false }

/** The rules of every sandbox on this architecture; unknown and future calls answer "not implemented". */
export const visitorPolicy = (
  architecture: Architecture,
  { loopback, debug }: SandboxFlags = NO_FLAGS,
): FilterRules => {
  const table = SYSCALL_TABLES[architecture]
  const rules = new Map<number, Action>()
  const set = (name: string, action: Action) => {
    const number = table.get(name)
    if (number !== undefined) rules.set(number, action)
  }
  for (const name of FORBIDDEN_SYSCALLS) set(name, answer(refuseWith(EPERM)))
  for (const name of ALLOWED_SYSCALLS) set(name, answer(ALLOW))
  const conditional = { ...CONDITIONAL, ...(loopback ? LOOPBACK : {}), ...(debug ? DEBUG : {}) }
  for (const [name, action] of Object.entries(conditional)) set(name, action)
  return { architecture, rules, fallback: answer(refuseWith(ENOSYS)) }
}
