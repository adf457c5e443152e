// The access rules that collections, globals and fields are made of. "Staff" is whoever has an account.
import type { PayloadRequest, Where } from 'payload'
import { hasRole } from './roles.ts'

type Asked = { req: PayloadRequest }

export const anyone = (): boolean => true
export const nobody = (): boolean => false
export const staff = ({ req }: Asked): boolean => hasRole(req.user, 'owner', 'editor', 'viewer')
export const editors = ({ req }: Asked): boolean => hasRole(req.user, 'owner', 'editor')
export const owners = ({ req }: Asked): boolean => hasRole(req.user, 'owner')

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
  return req.user ? { id: { equals: req.user.id } } : false
}

/** As `ownersOrSelf`, for a field of an account. `id` is the account's. */
export const ownersOrSelfField = ({
  req,
  id,
  doc,
}: Asked & { id?: number | string; doc?: { id?: number | string } }): boolean => {
  const account = id ?? doc?.id
  return owners({ req }) || (account !== undefined && req.user?.id === account)
}
