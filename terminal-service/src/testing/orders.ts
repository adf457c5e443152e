// What a grant says of a project and of how much it may take, where a test does not care.
import type { SessionGrant } from '@shellfolio/protocol'
import type { ArchiveServer } from './archive-server.ts'
import { packFiles } from './pack.ts'

export type Order = Pick<SessionGrant, 'archive' | 'demo'>

/** A shell on a project that needs no build; tests change what they are about. */
export const PLAIN_DEMO: SessionGrant['demo'] = {
  id: 'd',
  title: '',
  workdir: '.',
  build: '',
  toolchain: 'c',
  welcome: '',
  env: {},
  mode: 'shell',
  rules: [],
  commands: [],
  flags: { loopback: false, debug: false },
}

const MIB = 1024 * 1024

export const PLAIN_LIMITS: SessionGrant['limits'] = {
  idleS: 300,
  maxS: 1800,
  graceS: 0,
  memoryBytes: 256 * MIB,
  diskBytes: 64 * MIB,
  processes: 64,
}

export const makeOrder = async (
  archives: ArchiveServer,
  files: Record<string, string>,
  demo: Partial<SessionGrant['demo']> = {},
): Promise<Order> => ({
  archive: archives.add(await packFiles(files)),
  demo: { ...PLAIN_DEMO, ...demo },
})
