// `npm run build`: builds every application whose sources changed since its last build.
import { buildOne, outdatedBuilds } from './lib/builds.mjs'
import { fail } from './lib/failure.mjs'
import { createSteps } from './lib/steps.mjs'

const { step, say } = createSteps()

const main = async () => {
  const names = outdatedBuilds()
  if (names.length === 0) say('Everything is built.')
  for (const name of names) await step(`Building ${name}`, () => buildOne(name))
}

main().catch(fail)
