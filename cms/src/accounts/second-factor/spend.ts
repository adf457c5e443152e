// Whether a code is right, which can be asked about each code once and about few wrong ones.
import type { Payload } from 'payload'
import { stepOf } from './codes.ts'
import { takeRecoveryCode, takeStep, takeTry } from './store.ts'

export type CodeVerdict = 'right' | 'recovery' | 'wrong' | 'locked'

/** Takes `code` if it is right. What it changes stays, also when the request it came with fails later. */
export const spendCode = async (
  payload: Payload,
  account: string,
  code: string,
): Promise<CodeVerdict> => {
  const secret = await takeTry(payload, account, { isConfirmed: true })
  if (secret === undefined) return 'locked'
  const step = stepOf(secret, code)
  if (step !== undefined) return (await takeStep(payload, account, step)) ? 'right' : 'wrong'
  return (await takeRecoveryCode(payload, account, code)) ? 'recovery' : 'wrong'
}
