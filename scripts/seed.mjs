// `npm run seed`: puts sample content that is missing into the database; works beside a running `npm start`.
import { fail } from './lib/failure.mjs'
import { withDatabase } from './lib/program.mjs'
import { runSetup } from './lib/setup.mjs'

const seed = ({ folder, env, step }) =>
  step('Seeding', async () => ({ text: await runSetup({ folder, env, seed: true }) }))

withDatabase(seed)
  .then(({ text }) => process.stdout.write(text))
  .catch(fail)
