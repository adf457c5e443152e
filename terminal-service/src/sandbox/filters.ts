// The filter files of a host: one for each combination of what a demo may have opened, compiled once at start.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SandboxFlags } from '@shellfolio/protocol'
import { compileFilter, encodeFilter, type FilterRules } from './bpf.ts'
import { isSupportedArchitecture, NO_FLAGS, visitorPolicy } from './policy.ts'

const COMBINATIONS: readonly SandboxFlags[] = [
  NO_FLAGS,
  { loopback: true, debug: false },
  { loopback: false, debug: true },
  { loopback: true, debug: true },
]

export const filterFile = (folder: string, { loopback, debug }: SandboxFlags = NO_FLAGS): string =>
  join(folder, ['filter', ...(loopback ? ['loopback'] : []), ...(debug ? ['debug'] : [])].join('-'))

/** `given` stands for all of them. @throws {TypeError} on a processor without a table of system calls */
export const writeFilters = (
  folder: string,
  given?: FilterRules,
  architecture: string = process.arch,
): void => {
  if (!isSupportedArchitecture(architecture)) throw new TypeError('No filter for this processor.')
  for (const flags of COMBINATIONS) {
    const rules = given ?? visitorPolicy(architecture, flags)
    writeFileSync(filterFile(folder, flags), encodeFilter(compileFilter(rules)), { mode: 0o444 })
  }
}
