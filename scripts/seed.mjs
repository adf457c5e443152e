// `npm run seed`: puts sample content that is missing into the database; works beside a running `npm start`.
import { buildOne, outdatedBuilds } from './lib/builds.mjs'
import { fail } from './lib/failure.mjs'
import { dataDir } from './lib/paths.mjs'
import { addressesFromEnv } from './lib/settings.mjs'
import { runSetup } from './lib/setup.mjs'
import { createStack } from './lib/stack.mjs'
import { createSteps } from './lib/steps.mjs'

const { step } = createSteps()

const main = async () => {
  const folder = dataDir()
  const stack = createStack({ folder, addresses: addressesFromEnv(), step, isDev: false })
  await step('Reaching the database', () => stack.startDatabase())
  try {
    if (outdatedBuilds().includes('cms')) await step('Building cms', () => buildOne('cms'))
    const env = stack.settings().cms
    const report = await step('Seeding', async () => ({
      text: await runSetup({ folder, env, seed: true }),
    }))
    process.stdout.write(report.text)
  } finally {
    if (!stack.isDatabaseAdopted()) await stack.stopDatabase()
  }
}

main().catch(fail)
