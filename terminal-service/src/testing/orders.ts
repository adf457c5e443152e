// What a grant says of a project, for tests of the store alone.
import type { SessionGrant } from '@shellfolio/protocol'
import type { ArchiveServer } from './archive-server.ts'
import { packFiles } from './pack.ts'

export type Order = Pick<SessionGrant, 'archive' | 'demo'>

export const makeOrder = async (
  archives: ArchiveServer,
  files: Record<string, string>,
  demo: Partial<SessionGrant['demo']> = {},
): Promise<Order> => ({
  archive: archives.add(await packFiles(files)),
  demo: {
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
    ...demo,
  },
})
