// The second factor of an account: seen, set up, confirmed, its recovery codes made anew, removed.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { owners } from '../../access/rules.ts'
import { answering } from '../../answering.ts'
import { audit } from '../../audit/record.ts'
import { CmsRefusal } from '../../errors.ts'
import { MAX_LOGIN_CODE_CHARACTERS, MAX_PASSWORD_CHARACTERS } from '../../limits.ts'
import { endLogins, lockAccount } from '../logins/store.ts'
import { atOnce } from '../sql.ts'
import {
  accountMeant,
  accountTarget,
  accountTargetOf,
  bodyOf,
  confirmPassword,
  personOf,
} from '../who.ts'
import { newSecret, stepOf, uriOf } from './codes.ts'
import { qrOf } from './qr.ts'
import { spendCode } from './spend.ts'
import {
  factorState,
  removeFactor,
  renewRecoveryCodes,
  startFactor,
  takeStep,
  takeTry,
} from './store.ts'

const password = z.string().min(1).max(MAX_PASSWORD_CHARACTERS)
const code = z.string().trim().min(1).max(MAX_LOGIN_CODE_CHARACTERS)
const account = z.uuid()

const wrongCode = (isLocked: boolean): never => {
  throw new CmsRefusal(isLocked ? 'codes-locked' : 'code-wrong')
}

const requireCode = async (req: PayloadRequest, id: string, given: string) => {
  const verdict = await spendCode(req.payload, id, given)
  if (verdict === 'wrong' || verdict === 'locked') wrongCode(verdict === 'locked')
}

const see: Endpoint = {
  path: '/second-factor',
  method: 'get',
  handler: answering(async (req) => {
    const asked = account.optional().safeParse(req.searchParams.get('account') ?? undefined)
    if (!asked.success) throw new CmsRefusal('bad-request')
    const id = accountMeant(req, asked.data)
    const state = await factorState(req, id)
    const since = state?.confirmedAt
    return json({
      isOn: since !== undefined,
      ...(since ? { since, recoveryCodesLeft: state?.recoveryCodesLeft } : {}),
      isDue: personOf(req).id === id && personOf(req).secondFactorDue === true,
    })
  }),
}

/** Answers the secret, for the only time. Nothing counts before `confirm`. */
const start: Endpoint = {
  path: '/second-factor/start',
  method: 'post',
  handler: answering(async (req) => {
    const { id, email } = personOf(req)
    const given = await bodyOf(req, z.strictObject({ password }))
    if ((await factorState(req, id))?.confirmedAt) throw new CmsRefusal('second-factor-exists')
    await confirmPassword(req, given.password)
    const secret = newSecret()
    await atOnce(req, async () => {
      await lockAccount(req, id)
      if ((await factorState(req, id))?.confirmedAt) throw new CmsRefusal('second-factor-exists')
      await startFactor(req, id, secret)
    })
    const uri = uriOf(secret, email)
    return json({ secret, uri, picture: await qrOf(uri) })
  }),
}

/** Proves that the app has the secret. Every other login ends, for none of them had to show a code. */
const confirm: Endpoint = {
  path: '/second-factor/confirm',
  method: 'post',
  handler: answering(async (req) => {
    const { id, name, _sid } = personOf(req)
    const given = await bodyOf(req, z.strictObject({ code }))
    const secret = await takeTry(req.payload, id, { isConfirmed: false })
    if (secret === undefined) return wrongCode(true)
    const step = stepOf(secret, given.code)
    if (step === undefined || !(await takeStep(req.payload, id, step))) return wrongCode(false)
    const recoveryCodes = await atOnce(req, async () => {
      await lockAccount(req, id)
      const codes = await renewRecoveryCodes(req, id, { isFirst: true })
      await endLogins(req, id, { except: _sid })
      await audit(req, { action: 'factor-added', target: accountTarget(id, name) })
      return codes
    })
    return json({ recoveryCodes })
  }),
}

const renew: Endpoint = {
  path: '/second-factor/recovery-codes',
  method: 'post',
  handler: answering(async (req) => {
    const { id, name } = personOf(req)
    const given = await bodyOf(req, z.strictObject({ password, code }))
    await confirmPassword(req, given.password)
    await requireCode(req, id, given.code)
    const recoveryCodes = await atOnce(req, async () => {
      const codes = await renewRecoveryCodes(req, id, { isFirst: false })
      await audit(req, { action: 'recovery-codes-made', target: accountTarget(id, name) })
      return codes
    })
    return json({ recoveryCodes })
  }),
}

/** One's own with a code, or as an owner that of somebody who lost theirs, whose logins then end. */
const remove: Endpoint = {
  path: '/second-factor/remove',
  method: 'post',
  handler: answering(async (req) => {
    const { id } = personOf(req)
    const given = await bodyOf(
      req,
      z.union([z.strictObject({ password, code }), z.strictObject({ password, account })]),
    )
    const other = 'account' in given ? given.account : undefined
    if (other !== undefined && (other === id || !owners({ req }))) {
      throw new CmsRefusal('not-allowed')
    }
    await confirmPassword(req, given.password)
    if ('code' in given) await requireCode(req, id, given.code)
    const meant = other ?? id
    await atOnce(req, async () => {
      await lockAccount(req, meant)
      if (!(await removeFactor(req, meant))) throw new CmsRefusal('not-found')
      if (other) await endLogins(req, meant, { except: undefined })
      await audit(req, { action: 'factor-removed', target: await accountTargetOf(req, meant) })
    })
    return new Response(null, { status: 204 })
  }),
}

export const secondFactorEndpoints: Endpoint[] = [see, start, confirm, renew, remove]
