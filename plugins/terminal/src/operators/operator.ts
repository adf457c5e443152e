// Who was let in as an operator, and whether they still are one: the account, its login, and what the host says of it.
import {
  type CollectionSlug,
  createLocalReq,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { TerminalSettings } from '../options.ts'

/** What a ticket for an operator remembers. `login`: id of the login session, where the collection keeps them. */
export const operator = z.object({
  collection: z.string(),
  id: z.union([z.string(), z.number()]),
  login: z.string().optional(),
})
export type Operator = z.output<typeof operator>

/** Rejects when the database does not answer. */
export type OperatorCheck = (operator: Operator) => Promise<boolean>

const API_KEY = 'api-key'

/** Fields that Payload's own strategy adds to an account. */
const user = z.object({
  collection: z.string(),
  id: operator.shape.id,
  _sid: z.string().optional(),
  _strategy: z.string().optional(),
})
const account = z.object({
  id: operator.shape.id,
  _verified: z.boolean().nullish(),
  sessions: z.array(z.object({ id: z.string(), expiresAt: z.coerce.date() })).nullish(),
})

/**
 * Who asks. A bearer of an API key is nobody here: what they hold has no login that could end.
 * @throws {Refusal} `not-allowed`
 */
export const operatorOf = (req: Pick<PayloadRequest, 'user'>): Operator => {
  const known = user.safeParse(req.user).data
  if (!known || known._strategy === API_KEY) throw new Refusal('not-allowed')
  const { collection, id, _sid: login } = known
  return { collection, id, ...(login === undefined ? {} : { login }) }
}

type Parts = { payload: Payload; settings: Pick<TerminalSettings, 'mayOperate'> }

/** Asks the database, as a request with that login would be judged. */
export const createOperatorCheck =
  ({ payload, settings }: Parts): OperatorCheck =>
  async ({ collection, id, login }) => {
    const slug = collection as CollectionSlug
    const auth = payload.collections[slug]?.config.auth
    if (!auth) return false
    const found: unknown = await payload.findByID({
      collection: slug,
      id,
      depth: auth.depth ?? 0,
      overrideAccess: true,
      disableErrors: true,
    })
    const known = account.safeParse(found).data
    if (!known || (auth.verify && !known._verified)) return false
    const isLoggedIn = known.sessions?.some(
      (session) => session.id === login && session.expiresAt.getTime() > Date.now(),
    )
    if (login !== undefined && !isLoggedIn) return false
    // As the database has it: the host may look at more of it than we do.
    const theirs = { ...(found as TypedUser), collection: slug } as TypedUser
    const req = await createLocalReq({ user: theirs }, payload)
    return settings.mayOperate({ req })
  }
