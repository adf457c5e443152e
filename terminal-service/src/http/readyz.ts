// GET /readyz: whether new sessions should be sent here. Each check says for itself what is wrong.
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { MIN_FREE_DISK_BYTES } from '../limits.ts'
import { answerJson } from './answers.ts'
import type { HttpParts, OpenEndpoint } from './endpoint.ts'

type Check = { ok: boolean } & Record<string, unknown>

const sandboxCheck = ({ sandbox: { status } }: HttpParts): Check =>
  status.available
    ? { ok: true, mode: status.mode }
    : { ok: false, reason: status.reason, remedy: status.remedy }

/** A folder that cannot be asked is a finding, not a fault. */
const failed = (error: unknown): Check => ({
  ok: false,
  reason: (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown',
})

const askFileSystem = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const diskCheck = async ({ stateDir, freeBytesOf = askFileSystem }: HttpParts): Promise<Check> => {
  try {
    const freeBytes = await freeBytesOf(stateDir)
    return { ok: freeBytes >= MIN_FREE_DISK_BYTES, freeBytes, neededBytes: MIN_FREE_DISK_BYTES }
  } catch (error) {
    return failed(error)
  }
}

const workspacesCheck = async ({ stateDir, workspaces }: HttpParts): Promise<Check> => {
  try {
    const isFolder = (await stat(join(stateDir, 'workspaces'))).isDirectory()
    return { ok: isFolder, ...workspaces.stats }
  } catch (error) {
    return failed(error)
  }
}

export const readyz: OpenEndpoint = {
  methods: ['GET', 'HEAD'],
  path: /^\/readyz$/,
  handle: async ({ parts, response }) => {
    const [disk, workspaces] = await Promise.all([diskCheck(parts), workspacesCheck(parts)])
    const draining = { ok: !parts.sessions.isDraining }
    const checks = { sandbox: sandboxCheck(parts), disk, workspaces, draining }
    const ready = Object.values(checks).every(({ ok }) => ok)
    answerJson(response, { ready, checks }, ready ? 200 : 503)
  },
}
