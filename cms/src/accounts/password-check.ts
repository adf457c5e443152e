// Ends what looks like a login but only asks whether a password is right: nothing of it stays.
import { APIError, type CollectionBeforeLoginHook } from 'payload'

/** See `confirmPassword`, which reads `wasRight`. */
export const endPasswordCheck: CollectionBeforeLoginHook = ({ context, user }) => {
  const check = context.passwordCheck as { wasRight: boolean } | undefined
  if (!check) return user
  check.wasRight = true
  throw new APIError('This was no login.', 401)
}
