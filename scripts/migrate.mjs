// `npm run migrate`: brings the database to this version's schema and makes the first owner in an empty one. One at a time.
import { fail } from './lib/failure.mjs'
import { withDatabase } from './lib/program.mjs'
import { runSetup } from './lib/setup.mjs'

const migrate = ({ folder, env, step }) =>
  step('Migrating the database', async () => ({
    text: await runSetup({ folder, env, seed: false }),
  }))

withDatabase(migrate)
  .then(({ text }) => process.stdout.write(text))
  .catch(fail)
