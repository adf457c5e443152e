// POST /service-accounts/:id/key: a new key instead of the one there was, told for the only time.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { owners } from '../../access/rules.ts'
import { answering } from '../../answering.ts'
import { audit } from '../../audit/record.ts'
import { CmsRefusal } from '../../errors.ts'
import { atOnce } from '../sql.ts'
import { keyFingerprint, newKey, SERVICE_ACCOUNTS } from './key.ts'

export const makeKeyEndpoint: Endpoint = {
  path: '/:id/key',
  method: 'post',
  handler: answering(async (req) => {
    if (!owners({ req })) throw new CmsRefusal('not-allowed')
    const id = z.uuid().safeParse(req.routeParams?.id).data
    if (id === undefined) throw new CmsRefusal('not-found')
    const key = newKey()
    await atOnce(req, async () => {
      const account = await req.payload.findByID({
        collection: SERVICE_ACCOUNTS,
        id,
        depth: 0,
        disableErrors: true,
        overrideAccess: false,
        req,
      })
      if (!account) throw new CmsRefusal('not-found')
      await req.payload.update({
        collection: SERVICE_ACCOUNTS,
        id,
        data: { keyFingerprint: keyFingerprint(req.payload, key) },
        // Nobody may write this field by themselves.
        overrideAccess: true,
        req,
      })
      const target = { place: SERVICE_ACCOUNTS, id, title: account.name }
      await audit(req, { action: 'service-key-made', target })
    })
    return json({ key })
  }),
}
