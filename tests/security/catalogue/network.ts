// Attempts to reach anything by a socket, and attempts on the terminal.
import { call, PERMISSION, type Row } from './row.ts'

const FAMILY = /^EAFNOSUPPORT$/m

const family = (title: string, number: string | number, type = 3, protocol = 0): Row => ({
  title,
  script: call('socket', number, type, protocol),
  verdict: FAMILY,
})

export const NETWORK: Row[] = [
  {
    title: 'finding an interface',
    script: `sed -n 's/^ *\\([^ ]*\\):.*/\\1/p' /proc/net/dev`,
    verdict: /^lo$/,
  },
  { title: 'finding a route', script: 'tail -n +2 /proc/net/route | wc -l', verdict: /^0$/ },
  {
    title: 'connecting to the host',
    script: 'echo > /dev/tcp/127.0.0.1/22',
    verdict: /not supported/,
    counter: 'filter',
  },
  {
    title: 'sending a datagram',
    script: 'echo > /dev/udp/127.0.0.1/53',
    verdict: /not supported/,
    counter: 'filter',
  },
  { title: 'resolving a name', script: 'getent hosts example.com; echo rc=$?', verdict: /rc=2$/ },
  { ...family('an internet socket', 2, 1), counter: 'filter' },
  { ...family('an internet socket with high bits', '0x100000002', 1), counter: 'filter' },
  { ...family('an internet socket of version 6', 10, 1), counter: 'filter' },
  family('a raw socket', 2, 3, 1),
  family('a packet socket', 17),
  { ...family('a netlink socket', 16), counter: 'filter' },
  family('a crypto socket (CVE-2026-31431)', 38, 5),
  family('an rxrpc socket', 33, 2, 10),
  family('a key socket', 15, 3, 2),
  family('a bluetooth socket', 31),
  family('a CAN socket', 29, 3, 1),
  { ...family('a socket to the hypervisor', 40, 1), counter: 'filter' },
  family('a fast packet socket', 44),
  {
    title: 'a pair of internet sockets',
    script: call('socketpair', 2, 1, 0, 'b:8'),
    verdict: FAMILY,
    counter: 'filter',
  },
  {
    title: "finding the host's local sockets",
    script: 'tail -n +2 /proc/net/unix | wc -l',
    verdict: /^0$/,
  },
]

const request = (title: string, number: string): Row => ({
  title,
  script: call('ioctl', 0, number, 'b:8'),
  verdict: PERMISSION,
  counter: 'filter',
})

export const TERMINAL: Row[] = [
  request('typing into the terminal for others', '0x5412'),
  request('typing into the terminal with high bits (CVE-2019-10063)', '0x100005412'),
  request('pasting by the console', '0x541c'),
  request('stealing the console', '0x541d'),
  request('changing the line discipline', '0x5423'),
  { title: 'finding other terminals', script: 'ls /dev/pts | wc -l', verdict: /^0$/ },
  { title: 'hanging up the terminal', script: call('vhangup'), verdict: PERMISSION },
]
