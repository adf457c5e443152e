// Opens the program of a session in its sandbox, whichever kind the demo asks for.
import type { SessionGrant } from '@shellfolio/protocol'
import type { SandboxHost, SandboxTerminal } from '../sandbox/types.ts'
import { sandboxSpecOf } from './spec.ts'

export const openProgram = (
  host: SandboxHost,
  grant: SessionGrant,
  template: string,
  size: { cols: number; rows: number },
): Promise<SandboxTerminal> => host.openTerminal(sandboxSpecOf(grant, template), size)
