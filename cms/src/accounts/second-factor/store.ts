// Reads and changes second factors, each change in one statement, so that no two requests spend the same code or try.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { SECOND_FACTOR } from '../../limits.ts'
import { fingerprint, seal, unseal } from '../seal.ts'
import { inTransaction, onItsOwn } from '../sql.ts'
import { newRecoveryCodes, recoveryCodeIn } from './codes.ts'
import { SECOND_FACTORS } from './collection.ts'

const PURPOSE = 'second-factor'
const sealPlace = (payload: Payload, account: string) => ({
  secret: payload.secret,
  purpose: PURPOSE,
  place: account,
})
const fingerprintOf = (payload: Payload, account: string, code: string) =>
  fingerprint(`${account}:${code}`, { secret: payload.secret, purpose: 'recovery-code' })

export type FactorState = { confirmedAt: Date | undefined; recoveryCodesLeft: number }

const state = z.object({ confirmed_at: z.coerce.date().nullable(), left: z.coerce.number() })

/** What may be told of the account's second factor; nothing when there is none, confirmed or not. */
export const factorState = async (
  req: PayloadRequest,
  account: string,
): Promise<FactorState | undefined> => {
  const [row] = await inTransaction(
    req,
    sql`select confirmed_at, (select count(*) from second_factors_recovery_codes where _parent_id = f.id) as left
      from second_factors f where account_id = ${account}`,
  )
  if (!row) return undefined
  const { confirmed_at, left } = state.parse(row)
  return { confirmedAt: confirmed_at ?? undefined, recoveryCodesLeft: left }
}

/** A new one, which does not count until it is confirmed; one that was never confirmed makes room. */
export const startFactor = async (req: PayloadRequest, account: string, secret: string) => {
  await inTransaction(
    req,
    sql`delete from second_factors where account_id = ${account} and confirmed_at is null`,
  )
  await req.payload.create({
    collection: SECOND_FACTORS,
    data: { account, secret: seal(secret, sealPlace(req.payload, account)), attempts: 0 },
    overrideAccess: true,
    req,
  })
}

/** Counts a try before anything is compared. Nothing while the account is locked, or has no second factor of that kind. */
export const takeTry = async (
  payload: Payload,
  account: string,
  { isConfirmed }: { isConfirmed: boolean },
): Promise<string | undefined> => {
  const lock = sql.raw(`interval '${SECOND_FACTOR.lockMs} milliseconds'`)
  const [row] = await onItsOwn(
    payload,
    sql`update second_factors set
        attempts = case when locked_until is null then attempts + 1 else 1 end,
        locked_until = case
          when locked_until is null and attempts + 1 >= ${SECOND_FACTOR.maxAttempts} then now() + ${lock}
        end
      where account_id = ${account} and (confirmed_at is not null) = ${isConfirmed}
        and (locked_until is null or locked_until <= now())
      returning secret`,
  )
  return row ? unseal(z.string().parse(row.secret), sealPlace(payload, account)) : undefined
}

/** Takes the code of `step`, once; forgets the tries before it. Whether it was still there to take. */
export const takeStep = async (
  payload: Payload,
  account: string,
  step: number,
): Promise<boolean> => {
  const rows = await onItsOwn(
    payload,
    sql`update second_factors set last_step = ${step}, attempts = 0, locked_until = null
      where account_id = ${account} and (last_step is null or last_step < ${step}) returning id`,
  )
  return rows.length === 1
}

/** As `takeStep`, for a recovery code as it was typed. */
export const takeRecoveryCode = async (payload: Payload, account: string, typed: string) => {
  const code = recoveryCodeIn(typed)
  if (!code) return false
  const rows = await onItsOwn(
    payload,
    sql`with taken as (
        delete from second_factors_recovery_codes c using second_factors f
        where c._parent_id = f.id and f.account_id = ${account}
          and c.fingerprint = ${fingerprintOf(payload, account, code)}
        returning f.id
      )
      update second_factors set attempts = 0, locked_until = null where id in (select id from taken) returning id`,
  )
  return rows.length === 1
}

/** Ten new ones instead of those there were. Answers them, for the only time. `isFirst`: the second factor counts from now on. */
export const renewRecoveryCodes = async (
  req: PayloadRequest,
  account: string,
  { isFirst }: { isFirst: boolean },
): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await req.payload.update({
    collection: SECOND_FACTORS,
    where: { account: { equals: account } },
    data: {
      ...(isFirst ? { confirmedAt: new Date().toISOString() } : {}),
      recoveryCodes: codes.map((code) => ({
        fingerprint: fingerprintOf(req.payload, account, recoveryCodeIn(code) ?? ''),
      })),
    },
    overrideAccess: true,
    req,
  })
  return codes
}

/** Whether there was one. */
export const removeFactor = async (req: PayloadRequest, account: string): Promise<boolean> => {
  const rows = await inTransaction(
    req,
    sql`delete from second_factors where account_id = ${account} returning id`,
  )
  return rows.length > 0
}
