import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ROOT } from './paths.mjs'
import { freePort } from './ports.mjs'
import { createProcesses, endLeftovers } from './processes.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const SERVER = `
  const { createServer } = require('node:http')
  createServer((request, response) => response.end('ok')).listen(Number(process.env.PORT), '127.0.0.1')
`

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const processes = () =>
  createProcesses({
    logDir: folder,
    runFile: join(folder, 'running.json'),
    onUnexpectedEnd: undefined,
  })

const entry = (port: number, code = SERVER) => ({
  name: 'server',
  args: ['-e', code],
  cwd: folder,
  env: { ...process.env, PORT: String(port), SHELLFOLIO_ROOT: ROOT },
  healthUrl: `http://127.0.0.1:${port}/`,
  timeoutMs: 10_000,
})

test('a server is up once it answers and gone once stopped', async () => {
  const owner = processes()
  const { child } = await owner.start(entry((await freePort()) as number))
  const pid = child.pid as number
  expect(isAlive(pid)).toBe(true)
  await owner.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a server that ends while starting is reported with its last words', async () => {
  const owner = processes()
  const dying = entry((await freePort()) as number, "console.error('no database'); process.exit(3)")
  await expect(owner.start(dying)).rejects.toThrow(/server ended while starting:\nno database/)
  await owner.stop()
})

test('servers that a killed start left behind are ended, strangers are not', async () => {
  const killed = processes()
  const { child } = await killed.start(entry((await freePort()) as number))
  const pid = child.pid as number
  const runFile = join(folder, 'running.json')
  writeFileSync(
    runFile,
    JSON.stringify([
      { name: 'server', pid },
      { name: 'stranger', pid: process.pid },
    ]),
  )
  await expect(endLeftovers(runFile)).resolves.toBe(1)
  expect(isAlive(pid)).toBe(false)
})
