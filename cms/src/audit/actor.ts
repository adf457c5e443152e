// Who does something, as the log keeps it: the name and role of that moment, by which way, and from where.
import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { LINE } from '../fields/text-lengths.ts'
import type { Via } from './actions.ts'

const account = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  collection: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string().nullish(),
  _strategy: z.string().nullish(),
})

export type Actor = {
  actor: string
  actorId?: string
  role?: string
  via: Via
  addressHash?: string
}

const NAMES: Partial<Record<Via, string>> = { visitor: 'Somebody', setup: 'The setup program' }

const viaOf = (req: PayloadRequest, strategy: string | null | undefined): Via => {
  if (strategy === 'api-key') return 'api-key'
  if (req.context.isSetup === true) return 'setup'
  if (req.payloadAPI === 'local') return 'job'
  if (!req.user) return 'visitor'
  return req.headers.has('authorization') ? 'api' : 'admin'
}

/** Says that two entries came from one place, and nothing else to whoever lacks the secret. */
const hashAddress = ({ headers, payload }: PayloadRequest): string | undefined => {
  // Its last entry is set by the process in front.
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (!address) return undefined
  const key = createHmac('sha256', payload.secret).update('audit-address').digest()
  return createHmac('sha256', key).update(address).digest('base64url').slice(0, 22)
}

/** `user`: who it is where the request does not say so yet, for instance while logging in. */
export const actorOf = (req: PayloadRequest, user: unknown = req.user): Actor => {
  const known = account.safeParse(user).data
  const via = viaOf(req, known?._strategy)
  const name = known ? (known.name ?? known.title ?? known.email ?? known.id) : NAMES[via]
  const addressHash = hashAddress(req)
  return {
    actor: (name ?? 'The system').slice(0, LINE),
    ...(known ? { actorId: known.id } : {}),
    ...(known?.role ? { role: known.role } : {}),
    via,
    ...(addressHash ? { addressHash } : {}),
  }
}
