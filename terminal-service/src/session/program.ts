// Opens the program of a session in its sandbox, whichever kind the demo asks for.
import type { SessionGrant } from '@shellfolio/protocol'
import { openGuided } from '../guided/guided-terminal.ts'
import { compileRules } from '../guided/rules.ts'
import type { SandboxHost, SandboxTerminal } from '../sandbox/types.ts'
import { sandboxSpecOf } from './spec.ts'

export const openProgram = async (
  host: SandboxHost,
  grant: SessionGrant,
  template: string,
  size: { cols: number; rows: number },
): Promise<SandboxTerminal> => {
  const spec = sandboxSpecOf(grant, template)
  const { mode, rules, commands } = grant.demo
  if (mode !== 'guided') return host.openTerminal(spec, size)
  // Before there is a runner to be left behind.
  const matcher = compileRules(rules)
  return openGuided(await host.openRunner(spec, size), { matcher, commands, size })
}
