// `npm start` as the developer sees it: progress, addresses, one clear message when something is in the way, a clean end.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { freePort } from '../../scripts/lib/ports.mjs'
import { eventually } from '../support/e2e.ts'
import { isOpen, type Started, startProgram } from '../support/started-program.ts'

const START_TIMEOUT_MS = 120_000

let folder: string
let ports: Record<'SITE_PORT' | 'CMS_PORT' | 'TERMINAL_PORT' | 'POSTGRES_PORT', number>
const children: Started[] = []

const start = (env: Record<string, string> = {}): Started => {
  const started = startProgram('scripts/start.mjs', {
    SHELLFOLIO_DATA: folder,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    ...env,
  })
  children.push(started)
  return started
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-start-'))
  chmodSync(folder, 0o755)
  ports = {
    SITE_PORT: await freePort(),
    CMS_PORT: await freePort(),
    TERMINAL_PORT: await freePort(),
    POSTGRES_PORT: await freePort(),
  }
})
afterEach(async () => {
  for (const { child, ended } of children.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start', () => {
  test(
    'brings everything up, says where it is, and Ctrl-C leaves nothing running',
    async () => {
      const { child, output, ended } = start()
      await eventually(
        'it is ready',
        () => {
          if (child.exitCode !== null) throw new Error(output())
          return output().includes('Ready after')
        },
        START_TIMEOUT_MS,
      )
      expect(output()).toContain(`http://localhost:${ports.SITE_PORT}`)
      expect(output()).toContain(`http://localhost:${ports.CMS_PORT}/admin`)
      expect(output()).toMatch(/first login: owner@example\.com {2}\S{16,}/)
      expect(output()).toMatch(/sandbox ready \((cgroup-v2|rlimit\+watchdog)\)/)
      expect(output()).toMatch(/\d+\.\d s {2}Starting the cms/)
      for (const name of ['SITE_PORT', 'CMS_PORT', 'TERMINAL_PORT'] as const) {
        expect(await isOpen(ports[name])).toBe(true)
      }
      const { mode } = statSync(join(folder, 'secrets.json'))
      expect(mode & 0o777).toBe(0o600)

      child.kill('SIGINT')
      expect(await ended).toBe(0)
      for (const name of ['SITE_PORT', 'CMS_PORT', 'TERMINAL_PORT'] as const) {
        expect(await isOpen(ports[name])).toBe(false)
      }
      expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
      expect(existsSync(join(folder, 'running.json'))).toBe(false)
      const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Record<
        string,
        string
      >
      for (const log of ['cms', 'site', 'terminal', 'postgres']) {
        const text = readFileSync(join(folder, 'logs', `${log}.log`), 'utf8')
        for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
      }
    },
    START_TIMEOUT_MS + 60_000,
  )

  test('names a taken port and how to choose another', async () => {
    const blocker = createServer()
    await new Promise<void>((done) => blocker.listen(ports.CMS_PORT, '127.0.0.1', done))
    try {
      const { output, ended } = start()
      expect(await ended).toBe(1)
      expect(output()).toContain(`Port ${ports.CMS_PORT} (the CMS) is taken by another program.`)
      expect(output()).toContain('CMS_PORT=')
    } finally {
      await new Promise((done) => blocker.close(done))
    }
  })

  test('refuses settings that are wrong, before anything runs for long', async () => {
    const { output, ended } = start({ TERMINAL_CAPACITY: 'many' })
    expect(await ended).toBe(1)
    expect(output()).toContain('TERMINAL_CAPACITY')
  })
})
