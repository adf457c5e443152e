import { describe, expect, test } from '@jest/globals'
import { brokenPromises, verdictOf } from './self-test.ts'
import type { SandboxRun } from './types.ts'

const GOOD = `marker=abc
uid=1000
capabilities=00000000000000000000000000000000
no_new_privileges=1
filter=2
init=0
processes_seen=3
root=read-only
top=read-only
dev=read-only
network=lo
process_limit=48
disk_kib=8192
inodes=256
namespaces=refused
sockets=refused
descriptors=0
environment=0
`
const run = (stdout: string, code = 0, log = ''): SandboxRun => ({
  exit: { code, signal: null },
  stdout: Buffer.from(stdout),
  log,
})

describe('The self-test', () => {
  test('passes when every promise is kept', () => {
    expect(verdictOf(run(GOOD), 'abc')).toBeUndefined()
  })

  test('fails for every single promise that is broken or not answered', () => {
    for (const line of GOOD.trim().split('\n')) {
      const name = line.slice(0, line.indexOf('='))
      expect(brokenPromises(GOOD.replace(line, `${name}=99`), 'abc')).toHaveLength(1)
      expect(brokenPromises(GOOD.replace(`${line}\n`, ''), 'abc')).toHaveLength(1)
    }
  })

  test('fails for an empty answer and for one of another sandbox', () => {
    expect(verdictOf(run(''), 'abc')?.reason).toContain('does not keep')
    expect(verdictOf(run(GOOD), 'other')?.reason).toContain('marker')
  })

  test.each([
    ['unshare: unshare failed: Operation not permitted', /user namespaces/],
    [
      'bwrap: No permissions to create new namespace, likely because the kernel does not allow it',
      /unprivileged_userns_clone/,
    ],
    ['bwrap: Failed to make / slave: Permission denied', /apparmor\.profile/],
    ['unshare: write failed /proc/self/uid_map: uid map: Permission denied', /`userns,`/],
    ['bwrap: setting up uid map: Permission denied', /`userns,`/],
    ['bwrap: setting up uid map: Operation not permitted', /CAP_SETFCAP/],
    ['bwrap: pivot_root: Operation not permitted', /seccomp\.json/],
    ['bwrap: Creating new namespace failed: ENOSPC', /max_user_namespaces/],
    ['sandbox: no workspace', /tmpfs/],
    ['tar: a: Cannot write: No space left on device sandbox: the project does not fit', /tmpfs/],
    ['sandbox: cannot enter the control group', /Delegate=yes/],
    ['sandbox: the process limit cannot be set', /ulimits/],
    ['sandbox: resource limits cannot be set', /ulimits/],
    ['sandbox: oom_score_adj cannot be set', /ulimits/],
    ['sandbox: refusing to keep uid 0', /setpriv/],
    ['bwrap: Creating new namespace failed: Permission denied', /AppArmor/],
    ['unshare: write failed /proc/self/uid_map: uid map: Operation not permitted', /root/],
    ["bwrap: Can't mount proc on /newroot/proc: Operation not permitted", /systempaths/],
    ['bwrap: No space left on device', /max_user_namespaces/],
    ['exec: /usr/bin/bwrap: No such file or directory', /apt-get install/],
    ['something else', /SECURITY\.md/],
  ])('explains what to do about "%s"', (log, remedy) => {
    expect(verdictOf(run('', 125, log), 'abc')).toMatchObject({
      reason: expect.stringContaining(log),
      remedy: expect.stringMatching(remedy),
    })
  })
})
