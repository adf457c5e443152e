// Between the right password and the login: the second factor of accounts that have one. Payload runs this before it signs
// anything, inside the transaction that adds the session, so whoever is refused here was never logged in.
import { APIError, type CollectionBeforeLoginHook } from 'payload'
import { z } from 'zod'
import { audit } from '../../audit/record.ts'
import { MAX_LOGIN_CODE_CHARACTERS } from '../../limits.ts'
import { spendCode } from './spend.ts'
import { factorState } from './store.ts'

/** Stable codes of a refusal, in `errors[0].data.code`; the login page reads them. */
export const REFUSALS = {
  'second-factor-needed': 'Enter the code from your authenticator app.',
  'second-factor-wrong': 'This code is not right, or was used before. Wait for the next one.',
  'second-factor-locked': 'Too many wrong codes. Try again in ten minutes.',
} as const

const refuse = (code: keyof typeof REFUSALS): never => {
  throw new APIError(REFUSALS[code], 401, { code }, true)
}

const body = z.object({ code: z.string().trim().min(1).max(MAX_LOGIN_CODE_CHARACTERS) })

export const askSecondFactor: CollectionBeforeLoginHook = async ({ context, req, user }) => {
  // A reset logs nobody in: see `endOfReset`.
  if (context.isReset === true) return user
  const account = String(user.id)
  const factor = await factorState(req, account)
  if (!factor?.confirmedAt) return user
  const { code } = body.safeParse(req.data).data ?? refuse('second-factor-needed')
  const verdict = await spendCode(req.payload, account, code)
  if (verdict === 'wrong') refuse('second-factor-wrong')
  if (verdict === 'locked') refuse('second-factor-locked')
  if (verdict === 'recovery') {
    await audit(req, { action: 'recovery-code-used', user: { ...user, collection: 'users' } })
  }
  return user
}
