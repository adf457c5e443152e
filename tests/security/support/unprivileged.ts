// Starts a sandbox host that is not root beside a test that is, as an installation without root would run it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build, type Plugin } from 'esbuild'
import type {
  SandboxRun,
  SandboxSpec,
  SandboxStatus,
} from '../../../terminal-service/src/sandbox/types.ts'
import { BOUNDS, makeTemplate } from './sandboxes.ts'

/** `nobody`, who owns nothing. */
const NOBODY = 65_534

/** The catalogue opens no terminals, and the checkout may be closed to everybody but root. */
const withoutTerminals: Plugin = {
  name: 'without-terminals',
  setup: (build) => {
    build.onResolve({ filter: /^node-pty$/ }, ({ path }) => ({ path, namespace: 'absent' }))
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: 'export const spawn = () => { throw new Error("There are no terminals here.") }',
    }))
  },
}

export type Unprivileged = {
  status: SandboxStatus
  uid: number
  groups: number[]
  template: string
  run: (spec: SandboxSpec) => Promise<SandboxRun>
  close: () => Promise<void>
}

export const openUnprivileged = async (): Promise<Unprivileged> => {
  const folder = mkdtempSync(join(tmpdir(), 'shellfolio-unprivileged-'))
  chmodSync(folder, 0o755)
  const template = makeTemplate(folder)
  const stateDir = join(folder, 'state')
  const bundle = join(folder, 'host.mjs')
  mkdirSync(stateDir)
  await build({
    entryPoints: [join(import.meta.dirname, 'unprivileged-host.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    conditions: ['production'],
    plugins: [withoutTerminals],
  })
  const program = [process.execPath, bundle, stateDir]
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(stateDir, NOBODY, NOBODY)
  const drop = ['setpriv', '--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups', '--']
  const [file = '', ...args] = isRoot ? [...drop, ...program] : program
  const child = spawn(file, args, {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The unprivileged host has ended.')
    return JSON.parse(value)
  }
  const hello = (await next()) as Pick<Unprivileged, 'status' | 'uid' | 'groups'>
  /** One request at a time: answers carry no number. */
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...hello,
    template,
    run: (spec) => {
      const run = last.then(async () => {
        child.stdin.write(`${JSON.stringify({ spec, bounds: BOUNDS })}\n`)
        const { exit, stdout, log } = await next()
        return { exit, stdout: Buffer.from(stdout, 'base64'), log } as SandboxRun
      })
      last = run.catch(() => undefined)
      return run
    },
    close: async () => {
      child.stdin.end()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
