// Attempts on the kernel: its settings, its secrets, and the calls through which it was broken before.
import { call, MISSING, PERMISSION, type Row } from './row.ts'

const HIDDEN = /denied|No such file/

export const KERNEL: Row[] = [
  {
    title: 'a program for core dumps',
    script: 'echo "|/x" > /proc/sys/kernel/core_pattern',
    verdict: /Read-only|denied/,
  },
  {
    title: 'promising more memory than there is',
    script: 'echo 1 > /proc/sys/vm/overcommit_memory',
    verdict: /Read-only|denied/,
  },
  {
    title: 'turning off address randomisation for all',
    script: 'echo 0 > /proc/sys/kernel/randomize_va_space',
    verdict: /Read-only|denied/,
  },
  {
    title: 'restarting the host',
    script: 'echo b > /proc/sysrq-trigger',
    verdict: /denied|No such file|Read-only/,
  },
  {
    title: "reading the kernel's command line",
    script: 'head -c 1 /proc/cmdline | wc -c',
    verdict: /denied|^0$/,
  },
  { title: "reading the kernel's symbols", script: 'head -1 /proc/kallsyms', verdict: HIDDEN },
  { title: "reading the host's file locks", script: 'cat /proc/locks', verdict: HIDDEN },
  { title: 'reading keys', script: 'cat /proc/keys', verdict: HIDDEN },
  { title: 'reading the timers of all processes', script: 'cat /proc/timer_list', verdict: HIDDEN },
  { title: "reading the kernel's log", script: 'dmesg', verdict: /not permitted/ },
  {
    title: "reading the kernel's log by the call",
    script: call('syslog', 10, 0, 0),
    verdict: PERMISSION,
  },
  {
    title: 'loading a program into the kernel',
    script: call('bpf', 0, 'b:64', 64),
    verdict: PERMISSION,
  },
  {
    title: 'counting performance events',
    script: call('perf_event_open', 'b:112', 0, -1, -1, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'making an I/O ring',
    script: call('io_uring_setup', 8, 'b:120'),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'joining a keyring',
    script: call('keyctl', 0, -3, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'adding a key',
    script: call('add_key', 's:user', 's:x', 's:y', 1, -3),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'asking for a key',
    script: call('request_key', 's:user', 's:x', 's:y', 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  { title: 'loading a module', script: call('init_module', 'b:8', 8, 's:'), verdict: PERMISSION },
  {
    title: 'loading a module from a file',
    script: call('finit_module', 0, 's:', 0),
    verdict: PERMISSION,
  },
  { title: 'loading another kernel', script: call('kexec_load', 0, 0, 0, 0), verdict: PERMISSION },
  {
    title: 'rebooting',
    script: call('reboot', '0xfee1dead', 672274793, '0x1234567', 0),
    verdict: PERMISSION,
  },
  { title: 'swapping to a file', script: call('swapon', 's:/tmp/x', 0), verdict: PERMISSION },
  { title: 'setting the clock', script: call('clock_settime', 0, 'b:16'), verdict: PERMISSION },
  {
    title: 'adjusting the clock',
    script: call('adjtimex', 'b:208'),
    verdict: PERMISSION,
    counter: 'filter',
  },
  { title: 'renaming the host', script: call('sethostname', 's:evil', 4), verdict: PERMISSION },
  { title: 'switching accounting on', script: call('acct', 's:/tmp/x'), verdict: PERMISSION },
  {
    title: 'reading quotas',
    script: call('quotactl', 0, 0, 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  { title: 'watching every file', script: call('fanotify_init', 0, 0), verdict: PERMISSION },
  {
    title: 'using up file watches',
    script: call('inotify_init1', 0),
    verdict: MISSING,
    counter: 'filter',
  },
  {
    title: 'splicing pages (Dirty Pipe, Copy Fail)',
    script: call('splice', 0, 0, 1, 0, 1, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'copying pages between pipes',
    script: call('tee', 0, 1, 1, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'gifting pages',
    script: call('vmsplice', 0, 'b:16', 1, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'making data executable by personality',
    script: call('personality', '0x400000'),
    verdict: PERMISSION,
    counter: 'filter',
  },
  { title: 'a call of a future kernel', script: './sc 600', verdict: MISSING },
  {
    title: 'asynchronous I/O contexts',
    script: call('io_setup', 8, 'b:8'),
    verdict: MISSING,
    counter: 'filter',
  },
  { title: 'direct access to ports', script: call('iopl', 3), verdict: PERMISSION, only: 'x64' },
  {
    title: 'changing the local descriptor table',
    script: call('modify_ldt', 0, 'b:64', 64),
    verdict: PERMISSION,
    counter: 'filter',
    only: 'x64',
  },
  { title: 'the x32 numbers', script: './sc 0x40000027', verdict: MISSING, only: 'x64' },
  {
    title: 'the 32-bit gate',
    script: '(./i386); echo rc=$?',
    // By the filter, or by the processor where that has no such gate; catalogue.test.ts tells which.
    verdict: /rc=1(59|39)$/,
    only: 'x64',
  },
]
