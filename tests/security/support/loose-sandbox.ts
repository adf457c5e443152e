// The same sandbox with its filter or its limits taken away, to see that the attempts of the catalogue can succeed.
// Built from the parts directly: a host never runs anything with a filter that its self-test refuses.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ALLOW,
  type Architecture,
  compileFilter,
  encodeFilter,
  type FilterRules,
} from '../../../terminal-service/src/sandbox/bpf.ts'
import {
  bwrapArguments,
  encodeArguments,
} from '../../../terminal-service/src/sandbox/bwrap-args.ts'
import { makeSandboxFolder } from '../../../terminal-service/src/sandbox/folder.ts'
import { launchOf } from '../../../terminal-service/src/sandbox/launch.ts'
import { writeRootFiles } from '../../../terminal-service/src/sandbox/root-files.ts'
import { runToEnd } from '../../../terminal-service/src/sandbox/run.ts'
import type { SandboxRun, SandboxSpec } from '../../../terminal-service/src/sandbox/types.ts'
import { BOUNDS } from './sandboxes.ts'

/** Not used by a host of the tests, which takes from 200 000 upwards. */
const LOOSE_USER = 290_000

export const ALLOW_ALL: FilterRules = {
  architecture: process.arch as Architecture,
  rules: new Map(),
  fallback: { kind: 'answer', value: ALLOW },
}

export type LooseSandbox = { run: (spec: SandboxSpec) => Promise<SandboxRun>; close: () => void }

/** The 32-bit gate is checked before the rules; a filter of one instruction lets that pass too. */
const NO_FILTER = encodeFilter([{ code: 0x06, jumpTrue: 0, jumpFalse: 0, value: ALLOW }])

export const openLooseSandbox = (stateDir: string): LooseSandbox => {
  mkdirSync(stateDir, { recursive: true })
  const folder = makeSandboxFolder(stateDir)
  const path = (name: string) => join(folder, name)
  for (const name of ['empty', 'mount']) mkdirSync(path(name), { mode: 0o755 })
  writeRootFiles(path('etc'))
  writeFileSync(path('filter'), NO_FILTER, { mode: 0o444 })
  const mounts = { etc: path('etc'), empty: path('empty'), mountPoint: path('mount') }
  return {
    run: (spec) => {
      writeFileSync(path('args'), encodeArguments(bwrapArguments(mounts, spec)), { mode: 0o444 })
      const launch = launchOf({
        ...spec,
        filterFile: path('filter'),
        argsFile: path('args'),
        mountPoint: path('mount'),
        uid: process.getuid?.() === 0 ? LOOSE_USER : undefined,
      })
      return runToEnd(launch, BOUNDS, () => undefined)
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** As a host would compile it, to see that the host refuses to use it. */
export const encodeAllowAll = (): Buffer => encodeFilter(compileFilter(ALLOW_ALL))
