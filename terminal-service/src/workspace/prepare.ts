// Makes one workspace: unpacks the archive, builds inside a sandbox, unpacks the result under the same rules.
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SessionGrant } from '@shellfolio/protocol'
import { BUILD_RESULT_LIMITS, UPLOAD_LIMITS } from '../archive/limits.ts'
import { ArchiveRefusal } from '../archive/refusal.ts'
import { unpackArchive } from '../archive/unpack.ts'
import { BUILD_LIMITS, BUILD_TIMEOUT_MS, MAX_BUILD_LOG_BYTES } from '../limits.ts'
import type { SandboxHost, SandboxRun, SandboxSpec } from '../sandbox/types.ts'
import { WorkspaceError } from './types.ts'

/** Contents, their headers, and the padding of each file. */
const MAX_RESULT_BYTES =
  BUILD_RESULT_LIMITS.maxUnpackedBytes + BUILD_RESULT_LIMITS.maxEntries * 2048

/** What the build prints goes to standard error; standard output belongs to the archive alone. */
const BUILD_SCRIPT = 'sh -c "$1" </dev/null >&2 || exit; cd ~ && exec tar -cf - .'

type Demo = Pick<SessionGrant['demo'], 'build' | 'toolchain'>

/** Makes `folder` with `home/`, `tmp/` and `shm/`; it must not exist. @throws {WorkspaceError} */
export const unpackProject = async (
  { source, format }: { source: Buffer; format: SessionGrant['archive']['format'] },
  folder: string,
): Promise<number> => {
  for (const name of ['tmp', 'shm']) await mkdir(join(folder, name), { recursive: true })
  try {
    const archive = { source, format, limits: UPLOAD_LIMITS }
    return (await unpackArchive(archive, join(folder, 'home'))).unpackedBytes
  } catch (error) {
    if (!(error instanceof ArchiveRefusal)) throw error
    throw new WorkspaceError('archive-failed', refusalText(error), { cause: error })
  }
}

const refusalText = ({ message, entry }: ArchiveRefusal) =>
  entry ? `${message} (${entry})` : message

/** Builds the project in `folder` and replaces its `home/` by the result. @throws {WorkspaceError} */
export const buildProject = async (
  host: SandboxHost,
  { build, toolchain }: Demo,
  folder: string,
): Promise<number> => {
  const spec: SandboxSpec = {
    template: folder,
    workdir: '.',
    command: ['/bin/sh', '-c', BUILD_SCRIPT, 'build', build],
    env: {},
    toolchain,
    limits: BUILD_LIMITS,
  }
  const run = await host.run(spec, {
    timeoutMs: BUILD_TIMEOUT_MS,
    maxStdoutBytes: MAX_RESULT_BYTES,
    maxLogBytes: MAX_BUILD_LOG_BYTES,
  })
  if (run.exit.code !== 0 || run.exit.exceeded) {
    throw new WorkspaceError('build-failed', failureText(run))
  }
  return replaceHome(run.stdout, folder)
}

const EXCEEDED = {
  memory: 'The build used too much memory.',
  cpu: 'The build used too much processor time.',
  time: 'The build took too long.',
  output: 'The build left too many files behind.',
}

const failureText = ({ exit, log }: SandboxRun) => {
  const how = exit.code === null ? `signal ${exit.signal ?? 'unknown'}` : `code ${exit.code}`
  const why = exit.exceeded ? EXCEEDED[exit.exceeded] : `The build failed with ${how}.`
  return `${log.trimEnd()}\n${why}`.trim()
}

const replaceHome = async (source: Buffer, folder: string): Promise<number> => {
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
    throw new WorkspaceError('build-failed', message, { cause: error })
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
