// The access rules that collections, globals and fields are made of. "Staff" is whoever has an account.
import type { PayloadRequest, Where } from 'payload'
import { hasRole, hasScope, isPerson } from './roles.ts'

type Asked = { req: PayloadRequest }

export const anyone = (): boolean => true
export const nobody = (): boolean => false
export const staff = ({ req }: Asked): boolean => hasRole(req.user, 'owner', 'editor', 'viewer')
export const editors = ({ req }: Asked): boolean => hasRole(req.user, 'owner', 'editor')
export const owners = ({ req }: Asked): boolean => hasRole(req.user, 'owner')

/** Whoever has an account that is not disabled, also while it may do nothing but get its second factor. */
export const people = ({ req }: Asked): boolean => isPerson(req.user)

/** Staff and programs: content, drafts included. Nothing about people, terminals or jobs is theirs. */
export const readers = (asked: Asked): boolean =>
  staff(asked) || hasScope(asked.req.user, 'read', 'write')
export const writers = (asked: Asked): boolean =>
  editors(asked) || hasScope(asked.req.user, 'write')

/** Staff and programs see everything, everyone else what `where` selects. */
export const readersOrWhere =
  (where: Where) =>
  (asked: Asked): boolean | Where =>
    readers(asked) ? true : where

/** Staff see everything, everyone else what `where` selects. */
export const staffOrWhere =
  (where: Where) =>
  (asked: Asked): boolean | Where =>
    staff(asked) ? true : where

/** What visitors see of a collection with drafts and a trash; `deletedAt` is set while a document lies in the trash. */
export const PUBLISHED: Where = {
  and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
}

/** Owners may touch every account, others only their own. */
export const ownersOrSelf = ({ req }: Asked): boolean | Where => {
  if (owners({ req })) return true
  return isPerson(req.user) ? { id: { equals: req.user.id } } : false
}

/** As `ownersOrSelf`, for a field of an account. `id` is the account's. */
export const ownersOrSelfField = ({
  req,
  id,
  doc,
}: Asked & { id?: number | string; doc?: { id?: number | string } }): boolean => {
  const account = id ?? doc?.id
  return owners({ req }) || (account !== undefined && isPerson(req.user) && req.user.id === account)
}
