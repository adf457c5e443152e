// A whole terminal service inside a test, with an archive server beside it.
import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { ControlGrant, ResumePoint, SessionGrant } from '@shellfolio/protocol'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { openRecordings } from '../recording/store.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { startServer, type TerminalServer } from '../server.ts'
import { openWorkspaces, type StoreOptions } from '../workspace/store.ts'
import { type ArchiveServer, startArchiveServer } from './archive-server.ts'
import { TestClient } from './client.ts'
import { FakeSandbox } from './fake-sandbox.ts'
import { grantSigner, type TokenOptions } from './grants.ts'
import { PLAIN_DEMO, PLAIN_LIMITS } from './orders.ts'
import { packFiles } from './pack.ts'
import { makeStateFolder } from './state-folder.ts'

export { type ArchiveServer, startArchiveServer } from './archive-server.ts'
export { eventually, Refused, TestClient } from './client.ts'
export { FakeSandbox, FakeTerminal } from './fake-sandbox.ts'
export { grantSigner, signClaims, type TokenOptions } from './grants.ts'
export { makeOrder, PLAIN_DEMO, PLAIN_LIMITS } from './orders.ts'
export { packFiles, packTar } from './pack.ts'
export { makeStateFolder } from './state-folder.ts'

export type TestServiceOptions = {
  /** `real` builds sandboxes on this host; otherwise nothing is run. */
  sandbox?: 'real' | SandboxHost
  capacity?: number
  /** Hears every line of the log; nothing is logged unless said. */
  log?: { write: (line: string) => void }
  /** The one origin archives may come from; that of the archive server beside it unless said. */
  archiveOrigin?: string
  workspaces?: Pick<StoreOptions, 'maxBytes' | 'maxWorkspaces' | 'failureTtlMs'>
}

export type Launch = {
  /** The project, paths to contents. */
  files?: Record<string, string>
  archive?: Partial<SessionGrant['archive']>
  demo?: Partial<SessionGrant['demo']>
  limits?: Partial<SessionGrant['limits']>
  record?: boolean
}

export type JoinOptions = {
  role?: SessionGrant['role']
  cols?: number
  rows?: number
  resume?: ResumePoint
}

export type TestService = {
  url: string
  grantKey: string
  stateDir: string
  server: TerminalServer
  archives: ArchiveServer
  sandbox: SandboxHost
  /** Faults the service reported to its operator. */
  faults: unknown[]
  grant: (launch?: Launch) => Promise<SessionGrant>
  sign: (grant: SessionGrant, options?: TokenOptions) => Promise<string>
  signControl: (control: ControlGrant, options?: TokenOptions) => Promise<string>
  /** One more client at a session that runs. */
  join: (session: SessionGrant, options?: JoinOptions) => Promise<TestClient>
  /** A client that has said HELLO. */
  launch: (launch?: Launch) => Promise<TestClient>
  close: () => Promise<void>
}

const openSandbox = async (asked: TestServiceOptions['sandbox'], stateDir: string) => {
  if (asked !== 'real') return asked ?? new FakeSandbox()
  const { openSandboxHost } = await import('../sandbox/host.ts')
  return openSandboxHost({ stateDir })
}

const FILES = { 'project/README': 'A project.\n' }

/**
 * ```ts
 * const service = await startTestService({ sandbox: 'real' })
 * const client = await service.launch({ files: { 'hello.sh': 'echo hi' } })
 * await client.untilWelcome()
 * client.type('sh hello.sh\r')
 * await client.untilText('hi')
 * await service.close()
 * ```
 */
export const startTestService = async (options: TestServiceOptions = {}): Promise<TestService> => {
  const stateDir = await makeStateFolder('shellfolio-terminal')
  const archives = await startArchiveServer()
  const sandbox = await openSandbox(options.sandbox, stateDir)
  const log = createLog(options.log ? { destination: options.log } : { level: 'silent' })
  const archiveOrigin = options.archiveOrigin ?? archives.origin
  const workspaces = await openWorkspaces({
    stateDir,
    host: sandbox,
    archiveOrigins: [archiveOrigin],
    onMade: (made) => log.session('build ended', made),
    ...options.workspaces,
  })
  const grantKey = randomBytes(32).toString('hex')
  const faults: unknown[] = []
  const recordings = await openRecordings({ stateDir, report: (error) => faults.push(error) })
  const metrics = createMetrics()
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    grantKey,
    capacity: options.capacity ?? 8,
    stateDir,
    sandbox,
    workspaces,
    recordings,
    metrics,
    log: { ...log, fault: (error) => faults.push(error) },
  })
  const { url } = server

  const grant = async ({
    files,
    archive,
    demo,
    limits,
    record = false,
  }: Launch = {}): Promise<SessionGrant> => ({
    sid: randomUUID(),
    role: 'controller',
    attach: false,
    record,
    demo: { ...PLAIN_DEMO, id: randomUUID(), title: 'Test', ...demo },
    archive: { ...archives.add(await packFiles(files ?? FILES)), ...archive },
    limits: { ...PLAIN_LIMITS, ...limits },
  })
  const { sign, signControl } = grantSigner(grantKey)
  const join = async (
    session: SessionGrant,
    { role = 'controller', ...hello }: JoinOptions = {},
  ): Promise<TestClient> => {
    const grant = await sign({ ...session, role, attach: true })
    const client = await TestClient.connect({ url, grant })
    client.hello(hello)
    return client
  }
  const launch = async (what?: Launch) => {
    const client = await TestClient.connect({ url, grant: await sign(await grant(what)) })
    client.hello()
    return client
  }
  const close = async () => {
    await Promise.all([server.close(), workspaces.dispose(), sandbox.dispose(), archives.close()])
    await recordings.dispose()
    metrics.dispose()
    await rm(stateDir, { recursive: true, force: true })
  }
  return {
    url,
    grantKey,
    stateDir,
    server,
    archives,
    sandbox,
    faults,
    grant,
    sign,
    signControl,
    join,
    launch,
    close,
  }
}
