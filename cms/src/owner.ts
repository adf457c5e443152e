// Makes the first account, from the settings of whoever deploys.

import { parseEnv } from '@shellfolio/runtime/env'
import type { Payload } from 'payload'
import { z } from 'zod'
import { SETUP_CONTEXT } from './access/account-rules.ts'
import { MIN_PASSWORD_CHARACTERS } from './limits.ts'

const schema = z.object({
  OWNER_EMAIL: z.email('must be a mail address'),
  OWNER_PASSWORD: z
    .string()
    .min(MIN_PASSWORD_CHARACTERS, `must have at least ${MIN_PASSWORD_CHARACTERS} characters`),
})

type Env = Record<string, string | undefined>

/** Makes one more owner; answers their address. @throws {EnvError} and what Payload says of the account */
export const makeOwner = async (payload: Payload, env: Env = process.env): Promise<string> => {
  const { OWNER_EMAIL, OWNER_PASSWORD } = parseEnv('The setup', schema, env)
  await payload.create({
    collection: 'users',
    data: { email: OWNER_EMAIL, password: OWNER_PASSWORD, name: 'Owner', role: 'owner' },
    context: SETUP_CONTEXT,
    overrideAccess: true,
  })
  return OWNER_EMAIL
}

/** Answers the owner's address if one was made, nothing if there is an account already. @throws {EnvError} */
export const ensureOwner = async (payload: Payload, env: Env = process.env) => {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  return totalDocs > 0 ? undefined : makeOwner(payload, env)
}
