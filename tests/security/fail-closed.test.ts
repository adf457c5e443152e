// Where a sandbox cannot be built or does not hold, programs are refused, never run without it.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { compileFilter, encodeFilter } from '../../terminal-service/src/sandbox/bpf.ts'
import { bwrapArguments, encodeArguments } from '../../terminal-service/src/sandbox/bwrap-args.ts'
import {
  openSandboxHost,
  type SandboxHostOptions,
} from '../../terminal-service/src/sandbox/host.ts'
import { launchOf } from '../../terminal-service/src/sandbox/launch.ts'
import { visitorPolicy } from '../../terminal-service/src/sandbox/policy.ts'
import { writeRootFiles } from '../../terminal-service/src/sandbox/root-files.ts'
import { runToEnd } from '../../terminal-service/src/sandbox/run.ts'
import { ALLOW_ALL } from './support/loose-sandbox.ts'
import { BOUNDS, makeTemplate, specFor } from './support/sandboxes.ts'

let folder: string
let template: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-closed-'))
  chmodSync(folder, 0o755)
  template = makeTemplate(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SIZE = { cols: 80, rows: 24 }
const REFUSED = { code: 'sandbox-unavailable' }

describe('A host is unavailable, says why and what to do, and refuses every program', () => {
  const cases: [title: string, options: Partial<SandboxHostOptions>, reason: RegExp][] = [
    ['when its system tree is missing', { root: '/nowhere' }, /\/nowhere holds no system tree/],
    ['when its filter lets everything pass', { filter: ALLOW_ALL }, /sockets is allowed/],
  ]
  test.each(cases)('%s', async (_, options, reason) => {
    const host = await openSandboxHost({ stateDir: join(folder, 'state'), ...options })
    expect(host.status).toMatchObject({ available: false, reason: expect.stringMatching(reason) })
    expect((host.status as { remedy: string }).remedy).not.toBe('')
    const spec = specFor(template, 'echo ran')
    await expect(host.openTerminal(spec, SIZE)).rejects.toMatchObject(REFUSED)
    await expect(host.run(spec, BOUNDS)).rejects.toMatchObject(REFUSED)
    await host.dispose()
  })

  test('when control groups are demanded and none was delegated', async () => {
    const host = await openSandboxHost({ stateDir: join(folder, 'state'), require: 'cgroup' })
    // On a host that delegates them, the demand is met instead.
    if (host.status.available) expect(host.status.mode).toBe('cgroup-v2')
    else expect(host.status.reason).toMatch(/control groups/)
    await host.dispose()
  })

  test('after it has been disposed of', async () => {
    const host = await openSandboxHost({ stateDir: join(folder, 'state') })
    expect(host.status.available).toBe(true)
    await host.dispose()
    await expect(host.openTerminal(specFor(template, 'true'), SIZE)).rejects.toMatchObject(REFUSED)
  })
})

describe('The launcher runs nothing', () => {
  const path = (name: string) => join(folder, name)
  const filter = () => {
    const architecture = process.arch === 'arm64' ? 'arm64' : 'x64'
    return encodeFilter(compileFilter(visitorPolicy(architecture)))
  }
  type Damage = {
    filter?: Buffer | null
    args?: (good: Buffer) => Buffer | null
    plan?: Partial<Parameters<typeof launchOf>[0]>
  }
  const CUTS = [1, 4, 6, 7, 8, 9, 10, 12, 14, 15]
  /** Between two arguments, where what is left looks whole. */
  const cutAtArgument = (good: Buffer, part: number) =>
    good.subarray(0, good.indexOf('\0--', Math.floor(good.length * part)) + 1)
  const DAMAGES: [string, Damage][] = [
    ['without a filter', { filter: null }],
    ['with an empty filter', { filter: Buffer.alloc(0) }],
    ['with a filter of odd length', { filter: Buffer.alloc(13) }],
    ['with a filter that is not one', { filter: Buffer.alloc(64, 0xff) }],
    ['without arguments', { args: () => null }],
    ['with empty arguments', { args: () => Buffer.alloc(0) }],
    ...CUTS.map((part): [string, Damage] => [
      `with arguments of which ${part} parts in 16 are there`,
      { args: (good) => cutAtArgument(good, part / 16) },
    ]),
    ['with arguments that lack their last byte but one', { args: (good) => good.subarray(0, -2) }],
    ['without a project', { plan: { template: '/nowhere' } }],
    [
      'in a workspace too small for its project',
      {
        plan: {
          limits: { memoryBytes: 1e8, diskBytes: 8192, inodes: 100, processes: 20, cpuSeconds: 5 },
        },
      },
    ],
    ['in a control group that is not there', { plan: { cgroup: '/nowhere' } }],
    ['as a user that cannot be', { plan: { uid: 2 ** 32 } }],
    ['as the user that means no change', { plan: { uid: -1 } }],
    ['as root by number', { plan: { uid: 0 } }],
    ['without a place for the workspace', { plan: { mountPoint: '/nowhere' } }],
  ]

  test.each(DAMAGES)('%s', async (_, damage) => {
    for (const name of ['filter', 'args']) rmSync(path(name), { force: true })
    for (const name of ['mount', 'empty']) mkdirSync(path(name), { recursive: true })
    writeRootFiles(path('etc'))
    const spec = specFor(template, 'echo r""an; touch /tmp/ran-outside')
    const mounts = { etc: path('etc'), empty: path('empty'), mountPoint: path('mount') }
    const good = encodeArguments(bwrapArguments(mounts, spec))
    const args = damage.args ? damage.args(good) : good
    const bytes = damage.filter === undefined ? filter() : damage.filter
    if (args) writeFileSync(path('args'), args)
    if (bytes) writeFileSync(path('filter'), bytes)
    const launch = launchOf({
      ...spec,
      filterFile: path('filter'),
      argsFile: path('args'),
      mountPoint: path('mount'),
      uid: process.getuid?.() === 0 ? 280_000 : undefined,
      ...damage.plan,
    })
    const run = await runToEnd(launch, BOUNDS, () => undefined)
    expect(run.exit.code).not.toBe(0)
    expect(run.stdout.toString()).not.toContain('ran')
    expect(existsSync('/tmp/ran-outside')).toBe(false)
  })

  test('as root, whatever it is told', async () => {
    const spec = specFor(template, 'echo r""an')
    const launch = launchOf({
      ...spec,
      filterFile: path('filter'),
      argsFile: path('args'),
      mountPoint: path('mount'),
    })
    const run = await runToEnd(launch, BOUNDS, () => undefined)
    expect(run.stdout.toString()).not.toContain('ran')
    if (process.getuid?.() === 0) expect(run.log).toContain('refusing to keep uid 0')
  })
})
