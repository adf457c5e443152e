// Programs of the operating system that npm cannot install, and the Debian packages that hold them.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand, tail } from './commands.mjs'
import { Failure } from './failure.mjs'

/** `probe`: a program on the PATH, or an absolute path. */
export const FOR_TERMINALS = [
  { probe: 'bwrap', package: 'bubblewrap' },
  { probe: 'gcc', package: 'gcc' },
  { probe: 'make', package: 'make' },
  { probe: '/usr/include/stdio.h', package: 'libc6-dev' },
  { probe: 'setpriv', package: 'util-linux' },
  { probe: 'vi', package: 'vim-tiny' },
  { probe: 'less', package: 'less' },
  { probe: 'top', package: 'procps' },
]

export const FOR_TESTS = [
  { probe: 'chromium', package: 'chromium' },
  { probe: 'redis-server', package: 'redis-server' },
  // An S3 server, 50 MB: OpenStack Swift with its S3 interface.
  { probe: 'swift-proxy-server', package: 'swift-proxy' },
  { probe: 'swift-account-server', package: 'swift-account' },
  { probe: 'swift-container-server', package: 'swift-container' },
  { probe: 'swift-object-server', package: 'swift-object' },
  { probe: 'memcached', package: 'memcached' },
]

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const isPresent = (probe) =>
  probe.startsWith('/')
    ? existsSync(probe)
    : [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((folder) =>
        isExecutable(join(folder, probe)),
      )

/** Names of the Debian packages whose programs are not there. */
export const missingPackages = (wanted) =>
  wanted.filter(({ probe }) => !isPresent(probe)).map((entry) => entry.package)

/** The one command that a person types to install `packages`. */
export const installCommand = (packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** How this process may become root for apt: not at all, as it is, or by sudo without a password. */
const elevation = async () => {
  if (!isPresent('apt-get')) return undefined
  if (process.getuid() === 0) return []
  if (!isPresent('sudo')) return undefined
  const { code } = await runCommand('sudo', ['-n', 'true'])
  return code === 0 ? ['sudo', '-n'] : undefined
}

/**
 * Installs `packages` where that is allowed; answers whether it was.
 * @throws {Failure} when apt was allowed to work and failed
 */
export const installPackages = async (packages) => {
  const prefix = await elevation()
  if (!prefix) return false
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q']
  const commands = [
    [...prefix, ...apt, 'update'],
    [...prefix, ...apt, 'install', '-y', '--no-install-recommends', ...packages],
  ]
  for (const [program, ...args] of commands) {
    const { code, output } = await runCommand(program, args)
    if (code !== 0) {
      throw new Failure(
        `apt could not install ${packages.join(', ')}:\n${tail(output, 12)}`,
        `Install them yourself: ${installCommand(packages)}`,
      )
    }
  }
  return true
}
