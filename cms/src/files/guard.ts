// Hooks that look into an upload run before Payload's own access check: strangers are turned away here already.
import { Forbidden, type PayloadRequest } from 'payload'

type MayWrite = (asked: { req: PayloadRequest }) => boolean

/**
 * `mayWrite`: the rule of the collection. `args`: of the operation; the server's own, which override access, always pass.
 * @throws {Forbidden}
 */
export const refuseStrangers = (args: object, req: PayloadRequest, mayWrite: MayWrite): void => {
  const isTrusted = 'overrideAccess' in args && args.overrideAccess === true
  if (!isTrusted && !mayWrite({ req })) throw new Forbidden(req.t)
}
