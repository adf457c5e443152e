// What stays refused where a demo has the loopback or tracing opened, and that what was opened works.
import { call, PERMISSION, type Row } from './row.ts'

const LOOPBACK = { loopback: true, debug: false }
const DEBUG = { loopback: false, debug: true }

const FAMILY = /^EAFNOSUPPORT$/m
const PROTOCOL = /^EPROTONOSUPPORT$/m

const socket = (
  title: string,
  verdict: RegExp,
  ...[family, type, protocol = 0]: [string | number, number, number?]
): Row => ({
  title: `with the loopback opened, ${title}`,
  script: call('socket', family, type, protocol),
  verdict,
  flags: LOOPBACK,
})

export const LOOPBACK_ROWS: Row[] = [
  { ...socket('a raw socket', PROTOCOL, 2, 3, 1), counter: 'filter' },
  { ...socket('a raw socket with high bits', PROTOCOL, '0x100000002', 3, 255), counter: 'filter' },
  { ...socket('a raw socket of version 6', PROTOCOL, 10, 3, 58), counter: 'filter' },
  { ...socket('a socket to ping with', PROTOCOL, 2, 2, 1), counter: 'filter' },
  socket('an SCTP socket', PROTOCOL, 2, 1, 132),
  socket('a sequenced SCTP socket', PROTOCOL, 2, 5, 132),
  socket('a DCCP socket', PROTOCOL, 2, 6, 33),
  socket('an L2TP socket', PROTOCOL, 2, 2, 115),
  socket('a UDP-Lite socket', PROTOCOL, 2, 2, 136),
  socket('a multipath socket', PROTOCOL, 2, 1, 262),
  { ...socket('a packet socket by its old type', PROTOCOL, 2, 10, 0), counter: 'filter' },
  socket('a packet socket', FAMILY, 17, 3),
  { ...socket('a netlink socket', FAMILY, 16, 3), counter: 'filter' },
  { ...socket('a socket to the hypervisor', FAMILY, 40, 1), counter: 'filter' },
  socket('an SMC socket', FAMILY, 43, 1),
  socket('a crypto socket', FAMILY, 38, 5),
  {
    title: 'with the loopback opened, another protocol on top of TCP',
    script: call('setsockopt', 0, 6, 31, 's:tls', 3),
    verdict: PERMISSION,
    counter: 'filter',
    flags: LOOPBACK,
  },
  {
    title: 'with the loopback opened, encapsulation in UDP',
    script: call('setsockopt', 0, 17, 100, 'b:4', 4),
    verdict: PERMISSION,
    counter: 'filter',
    flags: LOOPBACK,
  },
  {
    title: 'with the loopback opened, another interface or a route',
    script: `sed -n 's/^ *\\([^ ]*\\):.*/\\1/p' /proc/net/dev; tail -n +2 /proc/net/route | wc -l`,
    verdict: /^lo\n0$/,
    flags: LOOPBACK,
  },
  {
    title: 'with the loopback opened, an address outside',
    script:
      'for to in 1.1.1.1/53 169.254.169.254/80 10.0.0.1/22 172.17.0.1/22 192.168.0.1/80; do (echo > /dev/tcp/$to) 2>&1 | grep -q unreachable && echo no; done',
    verdict: /^(no\n){4}no$/,
    flags: LOOPBACK,
  },
  {
    title: 'with the loopback opened, a name',
    script: 'getent hosts example.com; echo rc=$?',
    verdict: /^rc=2$/,
    flags: LOOPBACK,
  },
  {
    title: 'with the loopback opened, to switch it off',
    script: './net down',
    verdict: /^refused$/,
    flags: LOOPBACK,
  },
  {
    title: 'with the loopback opened, to trace a process',
    script: call('ptrace', 0, 0, 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
    flags: LOOPBACK,
  },
]

const PTRACE = { cont: 7, attach: 16, seize: '0x4206' }

const debug = (title: string, script: string, verdict: RegExp, more: Partial<Row> = {}): Row => ({
  title: `with tracing opened, ${title}`,
  script,
  verdict,
  flags: DEBUG,
  ...more,
})

export const DEBUG_ROWS: Row[] = [
  // Not traced it answers ESRCH, on hosts that let nobody attach to it as well.
  debug('to steer the first process', call('ptrace', PTRACE.cont, 1, 0, 0), PERMISSION, {
    counter: 'filter',
  }),
  debug('to attach to the first process', call('ptrace', PTRACE.attach, 1, 0, 0), PERMISSION),
  debug('to seize the first process', call('ptrace', PTRACE.seize, 1, 0, 0), PERMISSION),
  debug(
    'to seize the first process with high bits',
    call('ptrace', PTRACE.seize, '0x100000001', 0, 0),
    PERMISSION,
  ),
  debug(
    "to read the first process's memory",
    call('process_vm_readv', 1, 'b:16', 1, 'b:16', 1, 0),
    PERMISSION,
    { counter: 'filter' },
  ),
  debug(
    'to find the first process in /proc',
    'ls -A /proc/1 /proc/1/task; ls -A /proc/1 | wc -l',
    /0$/,
  ),
  debug(
    "to write another process's memory without tracing it",
    call('process_vm_writev', '$$', 'b:16', 1, 'b:16', 1, 0),
    PERMISSION,
    { counter: 'filter' },
  ),
  debug("to take another process's descriptor", call('pidfd_getfd', 0, 0, 0), PERMISSION, {
    counter: 'filter',
  }),
  debug('to compare kernel objects', call('kcmp', '$$', '$$', 0, 0, 0), PERMISSION, {
    counter: 'filter',
  }),
  debug('to switch the filter off for a traced process', './trace suspend', /^E(PERM|INVAL)$/),
  debug('to read the filter of a traced process', './trace filter', /^E(ACCES|PERM|INVAL)$/),
  debug(
    'to turn an allowed call into a forbidden one on its way',
    `./trace rewrite ${call('swapon').split(' ').at(-1)}`,
    PERMISSION,
    { only: 'x64' },
  ),
  debug(
    'to turn an allowed call into one that does not exist here',
    `./trace rewrite ${call('memfd_create').split(' ').at(-1)}`,
    /^ENOSYS$/,
    { only: 'x64', counter: 'filter' },
  ),
  debug('an internet socket', call('socket', 2, 1, 0), FAMILY, { counter: 'filter' }),
]
