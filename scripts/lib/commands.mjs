// Runs a program to its end and keeps what it wrote, so that a failure can be shown without flooding the terminal.
import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'
import { ROOT } from './paths.mjs'

const TAIL_LINES = 40
/** Output kept of a program, in characters; the rest is dropped from the front. */
const KEEP_CHARS = 200_000

export const tail = (text, lines = TAIL_LINES) =>
  text.trimEnd().split('\n').slice(-lines).join('\n')

/** Runs `program`; resolves to {code, output}. With `isShown` its output goes to the terminal as well. */
export const runCommand = (program, args, { env, cwd = ROOT, isShown = false, uid, gid } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      uid,
      gid,
    })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEEP_CHARS)
      if (isShown) process.stdout.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? 128, signal, output }))
  })

/** Like `runCommand`, but a program that fails is a Failure that shows the end of its output. */
export const mustRun = async (what, program, args, options) => {
  const { code, output } = await runCommand(program, args, options)
  if (code !== 0) throw new Failure(`${what} failed (exit code ${code}):\n${tail(output)}`)
  return output
}
