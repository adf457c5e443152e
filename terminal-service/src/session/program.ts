// Opens the program of a session in its sandbox, whichever kind the demo asks for.
import type { SessionGrant } from '@shellfolio/protocol'
import { openGuided } from '../guided/guided-terminal.ts'
import { compileRules } from '../guided/rules.ts'
import type { SandboxHost, SandboxTerminal } from '../sandbox/types.ts'
import { sandboxSpecOf } from './spec.ts'

export type ProgramOptions = {
  host: SandboxHost
  grant: SessionGrant
  template: string
  size: { cols: number; rows: number }
  /** As guided terminals call it. */
  onRun: (name: string) => void
}

export const openProgram = async ({
  host,
  grant,
  template,
  size,
  onRun,
}: ProgramOptions): Promise<SandboxTerminal> => {
  const spec = sandboxSpecOf(grant, template)
  const { mode, rules, commands } = grant.demo
  if (mode !== 'guided') return host.openTerminal(spec, size)
  // Before there is a runner to be left behind.
  const matcher = compileRules(rules)
  return openGuided(await host.openRunner(spec, size), { matcher, commands, size, onRun })
}
