// Builds in real sandboxes: what one prints is kept, and time, memory, disk, processes and output are bounded.
import { mkdtempSync, readdirSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ArchiveServer, startArchiveServer } from '@shellfolio/terminal-service/testing'
import { openSandboxHost } from '../../terminal-service/src/sandbox/host.ts'
import type { SandboxHost } from '../../terminal-service/src/sandbox/types.ts'
import { makeOrder } from '../../terminal-service/src/testing/orders.ts'
import { openWorkspaces } from '../../terminal-service/src/workspace/store.ts'
import type { WorkspaceStore } from '../../terminal-service/src/workspace/types.ts'

const MIB = 1024 * 1024

describe('a build in a real sandbox', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'shellfolio-builds-'))
  let archives: ArchiveServer
  let host: SandboxHost
  let store: WorkspaceStore

  beforeAll(async () => {
    await chmod(stateDir, 0o755)
    archives = await startArchiveServer()
    host = await openSandboxHost({ stateDir })
    expect(host.status).toMatchObject({ available: true })
    store = await open(stateDir, 20_000)
  })
  afterAll(async () => {
    await store.dispose()
    await host.dispose()
    await archives.close()
    await rm(stateDir, { recursive: true, force: true })
  })

  const open = (folder: string, timeoutMs: number) =>
    openWorkspaces({
      stateDir: folder,
      host,
      archiveOrigins: [archives.origin],
      builds: {
        timeoutMs,
        maxLogBytes: 1000,
        limits: {
          memoryBytes: 128 * MIB,
          diskBytes: 8 * MIB,
          inodes: 500,
          processes: 16,
          cpuSeconds: 2,
        },
      },
    })

  const build = async (command: string, on = store) =>
    on.build(
      await makeOrder(archives, { 'p/a': 'A' }, { build: command, toolchain: 'python' }),
      () => undefined,
    )

  test('keeps what it printed and what it made', async () => {
    const report = await build('echo made; echo bad >&2; echo 12345 > b')
    expect(report).toMatchObject({ ok: true, cached: false, bytes: 7, log: 'made\nbad\n' })
    const home = join(stateDir, 'workspaces', report.key, 'template/home')
    expect(readdirSync(home).sort()).toEqual(['a', 'b'])
  })

  test.each([
    ['memory', 'python3 -c "x = bytearray(1 << 30)"', /MemoryError|too much memory/],
    ['disk', 'head -c 64M /dev/zero > big', /No space left|File too large|signal SIGXFSZ|code 153/],
    ['files', 'touch $(seq 900)', /No space left/],
    ['processor time', 'while :; do :; done', /too much processor time/],
  ])('is ended for too much %s', async (_what, command, why) => {
    const report = await build(command)
    expect(report).toMatchObject({ ok: false, cached: false, bytes: 0 })
    expect(`${report.log}\n${report.reason}`).toMatch(why)
    expect(report.ms).toBeLessThan(60_000)
  })

  test('is ended for too much time', async () => {
    const hasty = await open(join(stateDir, 'hasty'), 2000)
    try {
      const report = await build('sleep 600', hasty)
      expect(report).toMatchObject({ ok: false, cached: false, bytes: 0 })
      expect(report.reason).toMatch(/took too long/)
      expect(report.ms).toBeLessThan(60_000)
    } finally {
      await hasty.dispose()
    }
  })

  test('cannot flood the log, nor hand over a result by printing', async () => {
    const report = await build('seq 1 300000; tar -cf - a; echo end')
    expect(report.ok).toBe(true)
    expect(report.log.length).toBeLessThanOrEqual(1000)
    expect(report.log).toMatch(/end\n$/)
  })
})
