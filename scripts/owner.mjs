// `npm run owner`: makes an owner, or lets one in again who lost password or phone; works beside a running `npm start`.
// OWNER_EMAIL says who; without OWNER_PASSWORD a password is made up and printed once.
import { randomBytes } from 'node:crypto'
import { buildOne, outdatedBuilds } from './lib/builds.mjs'
import { fail } from './lib/failure.mjs'
import { dataDir } from './lib/paths.mjs'
import { addressesFromEnv } from './lib/settings.mjs'
import { runSetup } from './lib/setup.mjs'
import { createStack } from './lib/stack.mjs'
import { createSteps } from './lib/steps.mjs'

const { step } = createSteps()

const main = async () => {
  const given = process.env.OWNER_PASSWORD
  const password = given || randomBytes(15).toString('base64url')
  const folder = dataDir()
  const stack = createStack({ folder, addresses: addressesFromEnv(), step, isDev: false })
  await step('Reaching the database', () => stack.startDatabase())
  try {
    if (outdatedBuilds().includes('cms')) await step('Building cms', () => buildOne('cms'))
    const env = { ...stack.settings().cms, OWNER_PASSWORD: password }
    const { text } = await step('Making the owner', async () => ({
      text: await runSetup({ folder, env, owner: true }),
    }))
    process.stdout.write(text)
    if (!given) process.stdout.write(`Password: ${password}\n`)
  } finally {
    if (!stack.isDatabaseAdopted()) await stack.stopDatabase()
  }
}

main().catch(fail)
