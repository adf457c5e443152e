// The logins of an account: seen and ended, by themselves or by an owner.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { answering } from '../../answering.ts'
import { audit } from '../../audit/record.ts'
import { CmsRefusal } from '../../errors.ts'
import { atOnce } from '../sql.ts'
import { accountMeant, accountTargetOf, bodyOf, personOf } from '../who.ts'
import { endLogins, lockAccount, loginsOf } from './store.ts'

const account = z.uuid().optional()

const list: Endpoint = {
  path: '/logins',
  method: 'get',
  handler: answering(async (req) => {
    const asked = account.safeParse(req.searchParams.get('account') ?? undefined)
    if (!asked.success) throw new CmsRefusal('bad-request')
    const { _sid } = personOf(req)
    const logins = await loginsOf(req, accountMeant(req, asked.data))
    return json({ logins: logins.map((login) => ({ ...login, isThis: login.id === _sid })) })
  }),
}

/** `{ login }` ends one, `{}` all but the one that asks. */
const end: Endpoint = {
  path: '/logins/end',
  method: 'post',
  handler: answering(async (req) => {
    const { id: self, _sid } = personOf(req)
    const given = await bodyOf(req, z.strictObject({ account, login: z.uuid().optional() }))
    const meant = accountMeant(req, given.account)
    const which =
      given.login === undefined
        ? { except: meant === self ? _sid : undefined }
        : { only: given.login }
    const ended = await atOnce(req, async () => {
      await lockAccount(req, meant)
      const count = await endLogins(req, meant, which)
      if (count > 0) {
        await audit(req, { action: 'session-ended', target: await accountTargetOf(req, meant) })
      }
      return count
    })
    if (given.login !== undefined && ended === 0) throw new CmsRefusal('not-found')
    return json({ ended })
  }),
}

export const loginEndpoints: Endpoint[] = [list, end]
