// Opens a fresh sandbox with what a visitor of the demo would get, ready to be driven.
import type { SessionGrant } from '@shellfolio/protocol'
import { ServiceError } from '../errors.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { sandboxSpecOf } from '../session/spec.ts'
import { type Driver, driveShell } from './driver.ts'

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
  if (order.demo.mode === 'guided') {
    throw new ServiceError('bad-request', 'guided demos have no shell to be driven')
  }
  return driveShell(await host.openTerminal(sandboxSpecOf(order, template), size))
}
