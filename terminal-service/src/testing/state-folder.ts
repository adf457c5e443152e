// A state folder for one test.
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Empty, and open to the users that sandboxes run as: `mkdtemp` alone makes one that only we may enter. */
export const makeStateFolder = async (name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  await chmod(folder, 0o755)
  return folder
}
