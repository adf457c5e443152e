// Hooks that look into an upload run before Payload's own access check: strangers are turned away here already.
import { Forbidden, type PayloadRequest } from 'payload'
import { editors } from '../access/rules.ts'

/** @throws {Forbidden} `args`: of the operation; the server's own, which override access, may always pass */
export const refuseStrangers = (args: object, req: PayloadRequest): void => {
  const isTrusted = 'overrideAccess' in args && args.overrideAccess === true
  if (!isTrusted && !editors({ req })) throw new Forbidden(req.t)
}
