// Makes one workspace: unpacks the archive, builds inside a sandbox, unpacks the result under the same rules.
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SessionGrant } from '@shellfolio/protocol'
import { BUILD_RESULT_LIMITS, UNPACK_LIMITS } from '../archive/limits.ts'
import { ArchiveRefusal } from '../archive/refusal.ts'
import { unpackArchive } from '../archive/unpack.ts'
import { BUILD_LIMITS, BUILD_TIMEOUT_MS, MAX_BUILD_LOG_BYTES } from '../limits.ts'
import type { SandboxExit, SandboxHost, SandboxLimits, SandboxSpec } from '../sandbox/types.ts'
import { WorkspaceError } from './types.ts'

/** Contents, their headers, and the padding of each file. */
const MAX_RESULT_BYTES =
  BUILD_RESULT_LIMITS.maxUnpackedBytes + BUILD_RESULT_LIMITS.maxEntries * 2048

/** What the build prints goes to standard error; standard output belongs to the archive alone. */
const BUILD_SCRIPT = 'sh -c "$1" </dev/null >&2 || exit; cd ~ && exec tar -cf - .'

export type BuildBounds = { limits: SandboxLimits; timeoutMs: number; maxLogBytes: number }

const BOUNDS: BuildBounds = {
  limits: BUILD_LIMITS,
  timeoutMs: BUILD_TIMEOUT_MS,
  maxLogBytes: MAX_BUILD_LOG_BYTES,
}

/** `bytes`: files of the result; `log`: tail of what the build printed. */
export type Built = { bytes: number; log: string }

type Demo = Pick<SessionGrant['demo'], 'build' | 'toolchain'>

/** Makes `folder` with `home/`, `tmp/` and `shm/`; it must not exist. @throws {WorkspaceError} */
export const unpackProject = async (
  { source, format }: { source: Buffer; format: SessionGrant['archive']['format'] },
  folder: string,
): Promise<number> => {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  for (const name of ['tmp', 'shm']) await mkdir(join(folder, name), { mode: 0o755 })
  try {
    const archive = { source, format, limits: UNPACK_LIMITS }
    return (await unpackArchive(archive, join(folder, 'home'))).unpackedBytes
  } catch (error) {
    if (!(error instanceof ArchiveRefusal)) throw error
    throw new WorkspaceError('archive-failed', refusalText(error), { cause: error })
  }
}

const refusalText = ({ message, entry }: ArchiveRefusal) =>
  entry ? `${message} (${entry})` : message

/**
 * Builds the project in `folder` and replaces its `home/` by the result. What a session may do beyond the usual is not
 * opened for a build: it would not make another result.
 * @throws {WorkspaceError}
 */
export const buildProject = async (
  host: SandboxHost,
  { build, toolchain }: Demo,
  folder: string,
  more: Partial<BuildBounds> = {},
): Promise<Built> => {
  const { limits, timeoutMs, maxLogBytes } = { ...BOUNDS, ...more }
  const spec: SandboxSpec = {
    template: folder,
    workdir: '.',
    command: ['/bin/sh', '-c', BUILD_SCRIPT, 'build', build],
    env: {},
    toolchain,
    limits,
  }
  const bounds = { timeoutMs, maxLogBytes, maxStdoutBytes: MAX_RESULT_BYTES }
  const { exit, stdout, log } = await host.run(spec, bounds)
  if (exit.code !== 0 || exit.exceeded) {
    throw new WorkspaceError('build-failed', failureText(exit), { log })
  }
  return { bytes: await replaceHome(stdout, folder, log), log }
}

const EXCEEDED = {
  memory: 'The build used too much memory.',
  cpu: 'The build used too much processor time.',
  time: 'The build took too long.',
  output: 'The build left too many files behind.',
}

const failureText = ({ code, signal, exceeded }: SandboxExit) => {
  if (exceeded) return EXCEEDED[exceeded]
  return `The build failed with ${code === null ? `signal ${signal ?? 'unknown'}` : `code ${code}`}.`
}

const replaceHome = async (source: Buffer, folder: string, log: string): Promise<number> => {
  const built = join(folder, 'built')
  const home = join(folder, 'home')
  try {
    const archive = { source, format: 'tar', limits: BUILD_RESULT_LIMITS, keepsTop: true } as const
    const { unpackedBytes } = await unpackArchive(archive, built)
    await rm(home, { recursive: true })
    await rename(built, home)
    return unpackedBytes
  } catch (error) {
    if (!(error instanceof ArchiveRefusal)) throw error
    const message = `What the build left behind was refused. ${refusalText(error)}`
    throw new WorkspaceError('build-failed', message, { cause: error, log })
  }
}

/** @throws {WorkspaceError} unless `workdir` is a folder of the project */
export const assertWorkdir = async (template: string, workdir: string): Promise<void> => {
  const home = await realpath(join(template, 'home'))
  const path = await realpath(join(home, workdir)).catch(() => undefined)
  const isInside = path === home || path?.startsWith(home + sep)
  if (!path || !isInside || !(await stat(path)).isDirectory()) {
    throw new WorkspaceError('archive-failed', `The project has no folder ${workdir}.`)
  }
}
