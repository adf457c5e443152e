// Where a file of a package lies that is read at run time. The bundler would look into a name that it can read.
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** `parts`: name of the package, folders, file. Looked for where the process finds its packages. @throws when missing */
export const packageFile = (...parts: string[]): string =>
  createRequire(join(process.cwd(), 'here.js')).resolve(parts.join('/'))
