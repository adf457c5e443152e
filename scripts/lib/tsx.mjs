// Runs TypeScript sources in development.
import { join } from 'node:path'
import { ROOT } from './paths.mjs'

/** Arguments for Node that run a program from its TypeScript sources. */
export const tsx = (...args) => [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), ...args]
