// Leaves a heredoc of the tiny-shell demo by the keyboard, on a terminal, as a visitor would.
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { packProject } from './archive.ts'

const DEADLINE_MS = 10_000
const LOOKS_PER_S = 50
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const PROMPT = 'tiny\u001b[0m> '

let work: string
let shell: ChildProcessWithoutNullStreams
let output: string

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'seed-tiny-shell-'))
  const archive = join(work, 'archive.tar.gz')
  writeFileSync(archive, await packProject('tiny-shell'))
  execFileSync('tar', ['-xzf', archive], { cwd: work })
  execFileSync('make', { cwd: join(work, 'tiny-shell'), stdio: 'pipe' })
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

beforeEach(() => {
  output = ''
  shell = spawn('script', ['-qc', './tiny-shell', '/dev/null'], {
    cwd: join(work, 'tiny-shell'),
    detached: true,
  })
  shell.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
  })
})
afterEach(async () => {
  if (shell.pid === undefined || shell.exitCode !== null) return
  const closed = once(shell, 'close')
  // The terminal hangs up then; asked to end, `script` waits two seconds for the shell.
  process.kill(-shell.pid, 'SIGKILL')
  await closed
})

/** `press` is typed at once and again every second. */
const untilPrinted = async (text: string, press = ''): Promise<void> => {
  const untilMs = performance.now() + DEADLINE_MS
  for (let look = 0; !output.includes(text); look += 1) {
    if (performance.now() > untilMs) throw new Error(`never printed ${text}: ${output}`)
    if (press && look % LOOKS_PER_S === 0) shell.stdin.write(press)
    await new Promise((resolve) => setTimeout(resolve, 1000 / LOOKS_PER_S))
  }
}

const openHeredoc = async (): Promise<void> => {
  shell.stdin.write('echo is-$?\n')
  await untilPrinted('is-0')
  shell.stdin.write('cat <<END\nlater\n')
  // The terminal's echo: keys that follow come after these lines, whether or not they were read.
  await untilPrinted('later')
}

describe('a heredoc of tiny-shell', () => {
  test('is run and the shell goes on when Ctrl-D ends it', async () => {
    await openHeredoc()
    shell.stdin.write(CTRL_D)
    shell.stdin.write('echo after-$?\n')
    await untilPrinted('after-0')
    // Once as it was typed, once by cat.
    expect(output.match(/later/g)).toHaveLength(2)
    expect(shell.exitCode).toBe(null)
  })

  test('is dropped with status 130 when Ctrl-C interrupts it', async () => {
    await openHeredoc()
    // Again and again: an interrupt between the prompt and the reading of a line goes unnoticed.
    output = ''
    await untilPrinted(PROMPT, CTRL_C)
    shell.stdin.write('echo after-$?\n')
    await untilPrinted('after-130')
    expect(output).not.toContain('later')
  })
})
