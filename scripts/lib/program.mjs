// Runs one of the CMS's one-shot programs on the database of `npm start`, or on the one in DATABASE_URL.
import { join, resolve } from 'node:path'
import { buildOne, outdatedBuilds } from './builds.mjs'
import { mustRun } from './commands.mjs'
import { loadDotEnv } from './dot-env.mjs'
import { dataDir, ROOT } from './paths.mjs'
import { addressesFromEnv } from './settings.mjs'
import { createStack } from './stack.mjs'
import { createSteps } from './steps.mjs'

/**
 * `work({ folder, env, step })` runs while the database does. A running `npm start` keeps its own; one that was started
 * for this is stopped again.
 */
export const withDatabase = async (work) => {
  loadDotEnv()
  const { step } = createSteps()
  const folder = dataDir()
  const stack = createStack({ folder, addresses: addressesFromEnv(), step, isDev: false })
  await step('Reaching the database', () => stack.startDatabase())
  try {
    if (outdatedBuilds().includes('cms')) await step('Building cms', () => buildOne('cms'))
    return await work({ folder, env: stack.settings().cms, step })
  } finally {
    if (!stack.isDatabaseAdopted()) await stack.stopDatabase()
  }
}

/** Runs `dist/<program>.mjs` and shows what it says. */
export const runProgram = (title, program, args = []) =>
  withDatabase(async ({ env, step }) => {
    const { text } = await step(title, async () => ({
      text: await mustRun(
        title,
        process.execPath,
        ['--conditions=production', `dist/${program}.mjs`, ...args],
        { cwd: join(ROOT, 'cms'), env },
      ),
    }))
    process.stdout.write(text)
  })

/** A path as it was typed, from where it was typed: npm changes the folder. */
export const fromHere = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path)
