// Who asks about which account, for the endpoints of accounts.
import { readJson } from '@shellfolio/payload-terminal/endpoint'
import { APIError, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { isPerson } from '../access/roles.ts'
import { owners } from '../access/rules.ts'
import { audit } from '../audit/record.ts'
import { CmsRefusal } from '../errors.ts'
import { MAX_ACCOUNT_BODY_BYTES } from '../limits.ts'

const login = z.object({ _sid: z.string().optional() })

/** The account that is logged in, and the id of its login. @throws {CmsRefusal} `not-allowed` */
export const personOf = (req: PayloadRequest) => {
  if (!isPerson(req.user)) throw new CmsRefusal('not-allowed')
  return { ...req.user, ...login.parse(req.user) }
}

/** An account as the log names it. */
export const accountTarget = (id: string, name: string | undefined) => ({
  place: 'users',
  id,
  title: name,
})

/** As `accountTarget`, of an account that is not at hand. */
export const accountTargetOf = async (req: PayloadRequest, id: string) => {
  const found = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    select: { name: true },
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return accountTarget(id, found?.name)
}

/** Id of the account that is meant: one's own, or for owners any. @throws {CmsRefusal} `not-allowed` */
export const accountMeant = (req: PayloadRequest, asked: string | undefined): string => {
  const { id } = personOf(req)
  if (asked === undefined || asked === id) return id
  if (!owners({ req })) throw new CmsRefusal('not-allowed')
  return asked
}

/** The body in the shape of `schema`. @throws {CmsRefusal} `bad-request`, and the refusals of `readJson` */
export const bodyOf = async <Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const result = schema.safeParse(await readJson(req, MAX_ACCOUNT_BODY_BYTES))
  if (result.success) return result.data
  throw new CmsRefusal('bad-request', { detail: z.prettifyError(result.error).slice(0, 300) })
}

/**
 * Asks for the password again, so that an open browser is not enough. Wrong ones count as at a login.
 * @throws {CmsRefusal} `password-wrong`
 */
export const confirmPassword = async (req: PayloadRequest, password: string): Promise<void> => {
  const { id, name, email } = personOf(req)
  const passwordCheck = { wasRight: false }
  try {
    await req.payload.login({
      collection: 'users',
      data: { email, password },
      context: { passwordCheck },
      overrideAccess: false,
    })
  } catch (error) {
    if (!(error instanceof APIError)) throw error
  }
  if (passwordCheck.wasRight) return
  await audit(req, { action: 'login-failed', target: accountTarget(id, name) })
  throw new CmsRefusal('password-wrong')
}
