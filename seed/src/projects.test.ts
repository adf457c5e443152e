// Runs every command that the pages suggest, and looks for what the pages promise.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { inspectArchive } from '@shellfolio/terminal-service/archive'
import { packProject } from './archive.ts'
import { content } from './content/index.ts'
import type { SeedDemo } from './content/types.ts'

const PROMISE_TIMEOUT_MS = 10_000
const TEST_TIMEOUT_MS = 30_000
const OWN_TESTS = 'make test'
/** These wait for a person, so they are ended once they have printed what they promise. */
const INTERACTIVE = new Set(['./tiny-shell', './halfblock sponge'])

let work: string
let running: ChildProcess | undefined

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'seed-demos-'))
})
afterEach(() => {
  if (running?.pid !== undefined && running.exitCode === null) process.kill(-running.pid)
  running = undefined
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

type Printed = { text: string; hasEnded: boolean }

/** A guided demo has no shell: its words are what they are. */
const asWords = (command: string) =>
  command
    .split(' ')
    .map((word) => `'${word}'`)
    .join(' ')

/** What a command prints on a terminal of 80 x 24, until it ends, or has printed `promised` when it is interactive. */
const printed = (
  { mode }: SeedDemo,
  folder: string,
  command: string,
  promised: string,
): Promise<Printed> =>
  new Promise((resolve) => {
    const file = join(work, 'command.sh')
    const line = mode === 'guided' ? asWords(command) : command
    writeFileSync(file, `stty cols 80 rows 24\n${line}\n`)
    const child = spawn('script', ['-qc', `bash ${file}`, '/dev/null'], {
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    running = child
    let output = ''
    const text = () => stripVTControlCharacters(output)
    const finish = (hasEnded: boolean) => {
      clearTimeout(timer)
      resolve({ text: text(), hasEnded })
    }
    const timer = setTimeout(() => finish(false), PROMISE_TIMEOUT_MS)
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      if (INTERACTIVE.has(command) && text().includes(promised)) finish(false)
    })
    child.once('close', () => finish(true))
  })

describe.each(content.demos)('the demo $key', (demo) => {
  const { key, build, commands } = demo
  const folder = () => join(work, key)

  beforeAll(async () => {
    const archive = join(work, `${key}.tar.gz`)
    writeFileSync(archive, await packProject(key))
    execFileSync('tar', ['-xzf', archive], { cwd: work })
    execFileSync('sh', ['-c', build], { cwd: folder(), stdio: 'pipe' })
  }, TEST_TIMEOUT_MS)

  test('has an archive that follows the rules of uploads', async () => {
    const { format, entries } = await inspectArchive(await packProject(key))
    expect(format).toBe('tar.gz')
    expect(entries).toBeGreaterThan(5)
  })

  // Where no command of the page runs them.
  if (!commands.some(({ command }) => command === OWN_TESTS)) {
    test('passes its own tests', () => {
      const run = () => execFileSync('sh', ['-c', OWN_TESTS], { cwd: folder(), stdio: 'pipe' })
      expect(run).not.toThrow()
    })
  }

  test.each(commands)(
    '"$label" prints what it promises within ten seconds',
    async ({ command, expect: promised }) => {
      const { text, hasEnded } = await printed(demo, folder(), command, promised)
      expect(text).toContain(promised)
      expect(hasEnded).toBe(!INTERACTIVE.has(command))
    },
    TEST_TIMEOUT_MS,
  )
})
