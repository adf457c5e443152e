// Who may touch Payload's notes of who edits what. By itself Payload lets everybody with a login write them, programs that
// only read and viewers included, and whoever writes one keeps all others from saving.
import type { Access, Payload, Where } from 'payload'
import { isPerson } from '../access/roles.ts'
import { editors, nobody, staff } from '../access/rules.ts'

/** Editors take over from others; everybody may leave what they have open themselves, for instance their account. */
const editorsOrOwn: Access = ({ req }) => {
  if (editors({ req })) return true
  if (!staff({ req }) || !isPerson(req.user)) return false
  const own: Where[] = [
    { 'user.relationTo': { equals: 'users' } },
    { 'user.value': { equals: req.user.id } },
  ]
  return { and: own }
}

/** Payload makes this collection itself and offers no setting for it; the admin's forms note below its operations. */
export const applyLockRules = (payload: Payload): void => {
  const { access } = payload.collections['payload-locked-documents'].config
  Object.assign(access, {
    read: staff,
    create: nobody,
    update: editors,
    delete: editorsOrOwn,
  } satisfies Partial<typeof access>)
}
