// Attempts to leave by making namespaces or mounts.
import { call, MISSING, PERMISSION, type Row } from './row.ts'

const CLONE = { newUser: 0x10000011, newNet: 0x40000011, newPid: 0x20000011, newMount: 0x20011 }

export const NAMESPACES: Row[] = [
  { title: 'unsharing the user namespace', script: 'unshare -Ur true', verdict: /not permitted/ },
  {
    title: 'unsharing without a flag',
    script: call('unshare', 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'cloning into a user namespace',
    script: call('clone', CLONE.newUser, 0, 0, 0, 0),
    verdict: PERMISSION,
  },
  {
    title: 'cloning into a network namespace',
    script: call('clone', CLONE.newNet, 0, 0, 0, 0),
    verdict: PERMISSION,
  },
  {
    title: 'cloning into a pid namespace',
    script: call('clone', CLONE.newPid, 0, 0, 0, 0),
    verdict: PERMISSION,
  },
  {
    title: 'cloning into a mount namespace',
    script: call('clone', CLONE.newMount, 0, 0, 0, 0),
    verdict: PERMISSION,
  },
  {
    title: 'cloning with flags that no filter can see',
    script: call('clone3', 'b:88', 88),
    verdict: MISSING,
    counter: 'filter',
  },
  {
    title: "entering the first process's namespaces",
    script: 'nsenter -t 1 -m true',
    verdict: /No such file/,
  },
  {
    title: 'joining a namespace by descriptor',
    script: call('setns', 0, 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'mounting',
    script: call('mount', 's:none', 's:/tmp', 's:tmpfs', 0, 0),
    verdict: PERMISSION,
  },
  {
    title: 'mounting by the new calls',
    script: `${call('fsopen', 's:tmpfs', 0)}; ${call('fsmount', 3, 0, 0)}`,
    verdict: /^EPERM\nEPERM$/,
  },
  {
    title: 'overflowing a mount option (CVE-2022-0185)',
    script: call('fsconfig', 3, 1, 's:a', 's:b', 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'cloning a tree of mounts',
    script: call('open_tree', -100, 's:/', 1),
    verdict: PERMISSION,
  },
  {
    title: 'opening a tree of mounts',
    script: call('open_tree', -100, 's:/', 0),
    verdict: PERMISSION,
    counter: 'filter',
  },
  {
    title: 'moving a mount',
    script: call('move_mount', -100, 's:/tmp', -100, 's:/home', 0),
    verdict: PERMISSION,
  },
  {
    title: "changing a mount's attributes",
    script: call('mount_setattr', -100, 's:/', 0, 'b:32', 32),
    verdict: PERMISSION,
  },
  {
    title: 'changing the root',
    script: call('pivot_root', 's:/tmp', 's:/tmp'),
    verdict: PERMISSION,
  },
  { title: 'breaking out by chroot', script: call('chroot', 's:/tmp'), verdict: PERMISSION },
  {
    title: 'allowing itself user namespaces',
    script: 'echo 100 > /proc/sys/user/max_user_namespaces',
    verdict: /Read-only|denied/,
  },
  {
    title: 'a release agent (CVE-2022-0492)',
    script: 'mkdir cg; mount -t cgroup -o rdma x cg; ls /sys/fs/cgroup',
    verdict: /No such file/,
  },
  {
    title: 'a sandbox in the sandbox',
    script: 'bwrap --unshare-all --ro-bind / / true',
    verdict: /No permissions|not permitted|Operation not|bwrap: command not found/i,
  },
]
