// Attempts on files: the root, other people's, the kernel's.
import { call, PERMISSION, type Row } from './row.ts'

const READ_ONLY = /Read-only file system/
const ABSENT = /No such file or directory/

export const FILES: Row[] = [
  { title: 'creating a file in the root', script: 'touch /pwned', verdict: READ_ONLY },
  { title: 'replacing the compiler', script: 'echo x > /usr/bin/gcc', verdict: /Read-only|denied/ },
  { title: 'adding a user', script: 'echo x >> /etc/passwd', verdict: /Read-only|denied/ },
  {
    title: 'adding a library path',
    script: 'echo x > /etc/ld.so.preload',
    verdict: /Read-only|denied/,
  },
  { title: 'reading password hashes', script: 'cat /etc/shadow', verdict: /No such file|denied/ },
  { title: "listing root's home", script: 'ls /root', verdict: /No such file|denied/ },
  {
    title: "listing the host's homes",
    script: 'ls /home; ls /home | wc -l',
    verdict: /^visitor\n1$/,
  },
  {
    title: 'finding the service, its state or its container engine',
    script:
      'ls -d /app /state /work /opt /mnt /var/lib /var/run/docker.sock /run/* 2>/dev/null | wc -l',
    verdict: /^0$/,
  },
  {
    title: "walking out of the home folder by '..'",
    script: 'cat ../../../../../../../../etc/shadow',
    verdict: /No such file|denied/,
  },
  { title: "entering the first process's root", script: 'ls /proc/1/root', verdict: ABSENT },
  {
    title: "reading the first process's environment",
    script: 'cat /proc/1/environ',
    verdict: ABSENT,
  },
  {
    title: "writing the first process's memory",
    script: 'echo x > /proc/1/mem',
    verdict: /No such file|Read-only|denied/,
  },
  {
    title: "finding the service's secrets in the environment",
    script: 'env | grep -ciE "secret|grant|database|payload|redis|SB_"',
    verdict: /^0$/,
  },
  {
    title: 'using an inherited descriptor',
    // Into a file first: a pipeline of the shell's own would be counted while it is being made.
    script: 'readlink /proc/$$/fd/* > list; grep -c "^pipe:" list; grep -vc "^pipe:" list',
    verdict: /^3\n0$/,
  },
  {
    title: 'opening a file by its handle',
    script: call('open_by_handle_at', -100, 'b:64', 0),
    verdict: PERMISSION,
  },
  {
    title: "taking a file's handle",
    script: call('name_to_handle_at', -100, 's:/', 'b:64', 'b:8', 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  { title: 'making a block device', script: 'mknod d b 8 0', verdict: /not permitted/ },
  { title: 'making /dev/mem', script: 'mknod d c 1 1', verdict: /not permitted/ },
  {
    title: "opening the kernel's memory",
    script: 'head -c 1 /dev/mem; head -c 1 /proc/kcore',
    verdict: /\/dev\/mem.*No such file[\s\S]*kcore.*(denied|No such)/,
  },
  { title: 'becoming root by su', script: 'echo | su -c id; id -u', verdict: /1000$/ },
  {
    title: 'becoming root by a set-user-id program',
    script:
      'for f in newgrp passwd chsh su mount; do /usr/bin/$f </dev/null; done >/dev/null 2>&1; cp /usr/bin/id .; chmod u+s id; ./id -u',
    verdict: /^1000$/,
  },
  {
    title: 'giving a program capabilities',
    script: `cp /bin/true t; ${call('setxattr', 's:t', 's:security.capability', 'b:20', 20, 0)}`,
    verdict: /^E(PERM|INVAL|OPNOTSUPP)$/m,
  },
  {
    title: 'giving a file to root',
    script: 'touch c; chown 0:0 c',
    verdict: /Invalid argument|not permitted/,
  },
  {
    title: 'making the root writable',
    script: 'mount -o remount,rw /',
    verdict: /must be superuser|not permitted|permission denied/i,
  },
  {
    title: 'lifting a mask',
    script: `${call('umount2', 's:/proc/keys', 2)}; ${call('umount2', 's:/proc/1', 2)}`,
    verdict: /^EPERM\nEPERM$/,
  },
  { title: 'finding /sys', script: 'ls -A /sys | wc -l', verdict: /^(0|.*No such file[\s\S]*0)$/ },
  { title: 'filling /dev', script: 'echo x > /dev/evil', verdict: READ_ONLY },
  {
    title: 'filling the masks',
    script: 'echo x > /proc/1/evil; echo x > /dev/pts/evil',
    verdict: /Read-only[\s\S]*Read-only/,
  },
  {
    title: "using up the host's terminals",
    script: 'cat /dev/ptmx; ls /dev/pts | wc -l',
    verdict: /(No such|denied)[\s\S]*0$/,
  },
  {
    title: 'seeing where the host keeps its files',
    script: 'ls -A /usr/local /usr/src 2>/dev/null | grep -vc :',
    verdict: /^[0-2]$/,
  },
]
