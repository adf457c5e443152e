// Attempts on processes: the host's, the sandbox's own first one, and one's own privileges.
import { call, MISSING, PERMISSION, type Row } from './row.ts'

export const PROCESSES: Row[] = [
  {
    title: "seeing the host's processes",
    script: 'ls /proc | grep -c "^[0-9]"',
    verdict: /^[1-6]$/,
  },
  {
    title: "signalling the host's processes",
    script: 'for p in 500 1300 5000 32000; do kill -0 $p; done 2>&1 | grep -c "No such process"',
    verdict: /^4$/,
  },
  {
    title: "killing the sandbox's first process",
    script: 'kill -9 1; sleep .1; echo still',
    verdict: /still$/,
  },
  {
    title: 'killing everything there is',
    script: 'kill -9 -1; sleep .1; echo still',
    verdict: /still$/,
  },
  { title: 'raising its priority', script: 'nice -n -20 true', verdict: /cannot set niceness/ },
  {
    title: 'taking the processor before the service gets it',
    script: 'nice; renice -n 1 $$; nice',
    // Five more than the tests themselves.
    verdict: /^([5-9]|1\d)\n[\s\S]*denied\n\1$/,
  },
  { title: 'asking for real time', script: 'chrt -f 99 true', verdict: /not permitted/ },
  {
    title: 'escaping the out-of-memory killer',
    script: 'echo -1000 > /proc/self/oom_score_adj; cat /proc/self/oom_score_adj',
    verdict: /denied[\s\S]*1000$/,
  },
  {
    title: 'holding a capability',
    script: 'grep -cE "^Cap(Inh|Prm|Eff|Bnd|Amb):.0000000000000000$" /proc/self/status',
    verdict: /^5$/,
  },
  {
    title: 'gaining privileges later',
    script: 'grep -E "^(NoNewPrivs|Seccomp):" /proc/self/status',
    verdict: /^NoNewPrivs:\t1\nSeccomp:\t2$/,
  },
  {
    title: 'belonging to a group of the host',
    script: 'id -G; grep Groups: /proc/self/status',
    verdict: /^1000\nGroups:\s*$/,
  },
  { title: 'setting its user id to 0', script: call('setuid', 0), verdict: /^E(PERM|INVAL)$/m },
  {
    title: 'adding capabilities',
    script: call('capset', 'b:16', 'b:24'),
    verdict: /^E(PERM|NOSYS)$/m,
  },
  {
    title: 'tracing a process',
    script: call('ptrace', 0, 0, 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: "reading another process's memory",
    script: call('process_vm_readv', 1, 'b:16', 1, 'b:16', 1, 0),
    verdict: PERMISSION,
  },
  {
    title: "writing another process's memory",
    script: call('process_vm_writev', '$$', 'b:16', 1, 'b:16', 1, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: "taking another process's descriptor",
    script: call('pidfd_getfd', 0, 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'comparing kernel objects',
    script: call('kcmp', '$$', '$$', 0, 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'waiting for faults in user space',
    script: call('userfaultfd', 1),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'moving memory between nodes',
    script: call('migrate_pages', 0, 0, 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'hiding memory from every count in a memory file',
    script: call('memfd_create', 's:x', 0),
    verdict: MISSING,
    counter: 'filter',
  },
  {
    title: 'hiding memory in a System V segment',
    script: call('shmget', 0, 67108864, 0x3ff),
    verdict: MISSING,
    counter: 'filter',
  },
  {
    title: 'hiding memory in a System V queue',
    script: call('msgget', 0, 0x3ff),
    verdict: MISSING,
    counter: 'filter',
  },
  {
    title: 'hiding memory in a System V semaphore',
    script: call('semget', 0, 100, 0x3ff),
    verdict: MISSING,
    counter: 'filter',
  },
  {
    title: 'hiding memory in a POSIX queue',
    script: call('mq_open', 's:x', 0x42, 0x180, 0),
    verdict: MISSING,
    counter: 'filter',
  },
  { title: 'hiding memory in a secret area', script: call('memfd_secret', 0), verdict: MISSING },
]
