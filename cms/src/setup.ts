// One-shot program: brings the database to the current schema, makes the first owner, and with --seed the sample content.
// With --owner it makes the owner that the settings name, or lets them in again.
import { seed } from '@shellfolio/seed'
import { getPayload } from 'payload'
import { closePayload } from './close-payload.ts'
import { cmsEnv } from './env.ts'
import { withSetupLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { ensureOwner, letOwnerIn } from './owner.ts'
import { rebuildSearch } from './search/rebuild.ts'

const setUp = async () => {
  const { DATABASE_URL } = cmsEnv()
  await withSetupLock(DATABASE_URL, async () => {
    const { default: config } = await import('./payload.config.ts')
    const payload = await getPayload({ config })
    try {
      await migrate(payload)
      const owner = await ensureOwner(payload)
      if (owner) console.log(`Made the owner ${owner}.`)
      else if (process.argv.includes('--owner')) {
        console.log(
          `${await letOwnerIn(payload)} is an owner, with this password and no second factor.`,
        )
      }
      if (process.argv.includes('--seed')) {
        const { created } = await seed(payload)
        console.log(created > 0 ? `Seeded ${created} documents.` : 'The sample content is there.')
      }
      // What was published before this version of the index existed.
      await rebuildSearch(payload)
    } finally {
      await closePayload(payload)
    }
  })
}

try {
  await setUp()
} catch (error) {
  console.error(error instanceof Error && error.name === 'EnvError' ? error.message : error)
  process.exitCode = 1
}
