// Makes the first account, and lets in an owner who is shut out, from the settings of whoever deploys.

import { parseEnv } from '@shellfolio/runtime/env'
import { createLocalReq, type Payload } from 'payload'
import { z } from 'zod'
import { SETUP_CONTEXT } from './access/account-rules.ts'
import { removeFactor } from './accounts/second-factor/store.ts'
import { atOnce } from './accounts/sql.ts'
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

/**
 * Makes an owner of OWNER_EMAIL, with OWNER_PASSWORD, whether there is such an account or not: one that is there gets the
 * password, is enabled and unlocked, loses its second factor, and all its logins end. Answers the address.
 * @throws {EnvError} and what Payload says of the account
 */
export const letOwnerIn = async (payload: Payload, env: Env = process.env): Promise<string> => {
  const { OWNER_EMAIL, OWNER_PASSWORD } = parseEnv('The setup', schema, env)
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: OWNER_EMAIL.toLowerCase() } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [account] = docs
  if (!account) return makeOwner(payload, env)
  const req = await createLocalReq({ context: { ...SETUP_CONTEXT } }, payload)
  await atOnce(req, async () => {
    await payload.update({
      collection: 'users',
      id: account.id,
      data: {
        password: OWNER_PASSWORD,
        role: 'owner',
        disabled: false,
        loginAttempts: 0,
        lockUntil: null,
      },
      overrideAccess: true,
      req,
    })
    await removeFactor(req, account.id)
  })
  return OWNER_EMAIL
}
