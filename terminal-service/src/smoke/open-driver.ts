// Opens a fresh sandbox with what a visitor of the demo would get, ready to be driven.
import type { SessionGrant } from '@shellfolio/protocol'
import { compileRules, parseLine } from '../guided/rules.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { sandboxSpecOf } from '../session/spec.ts'
import { type Driver, driveShell } from './driver.ts'
import { driveGuided } from './guided-driver.ts'

export type DriverOrder = {
  host: SandboxHost
  order: Pick<SessionGrant, 'demo' | 'limits'>
  template: string
}

/** @throws {ServiceError} without a sandbox */
export const openDriver = async (
  { host, order, template }: DriverOrder,
  size: { cols: number; rows: number },
): Promise<Driver> => {
  const spec = sandboxSpecOf(order, template)
  if (order.demo.mode !== 'guided') return driveShell(await host.openTerminal(spec, size))
  const matcher = compileRules(order.demo.rules)
  const runner = await host.openRunner(spec, size)
  return driveGuided(runner, (line) => parseLine(matcher, line))
}
