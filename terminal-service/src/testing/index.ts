// A whole terminal service inside a test, with an archive server beside it.
import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import {
  CONTROL_AUDIENCE,
  type ControlGrant,
  GRANT_ISSUER,
  GRANT_TTL_S,
  type ResumePoint,
  SESSION_AUDIENCE,
  type SessionGrant,
} from '@shellfolio/protocol'
import { SignJWT } from 'jose'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { openRecordings } from '../recording/store.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { startServer, type TerminalServer } from '../server.ts'
import { openWorkspaces, type StoreOptions } from '../workspace/store.ts'
import { type ArchiveServer, startArchiveServer } from './archive-server.ts'
import { TestClient } from './client.ts'
import { FakeSandbox } from './fake-sandbox.ts'
import { PLAIN_DEMO } from './orders.ts'
import { packFiles } from './pack.ts'

export { type ArchiveServer, startArchiveServer } from './archive-server.ts'
export { eventually, Refused, TestClient } from './client.ts'
export { FakeSandbox, FakeTerminal } from './fake-sandbox.ts'
export { packFiles, packTar } from './pack.ts'

const MIB = 1024 * 1024

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

export type TokenOptions = {
  key?: string
  audience?: string
  issuer?: string
  expiresInS?: number
  jti?: string
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
  const stateDir = await mkdtemp(joinPath(tmpdir(), 'shellfolio-terminal-'))
  await chmod(stateDir, 0o755)
  const archives = await startArchiveServer()
  const sandbox = await openSandbox(options.sandbox, stateDir)
  const archiveOrigin = options.archiveOrigin ?? archives.origin
  const workspaces = await openWorkspaces({
    stateDir,
    host: sandbox,
    archiveOrigins: [archiveOrigin],
    ...options.workspaces,
  })
  const grantKey = randomBytes(32).toString('hex')
  const faults: unknown[] = []
  const recordings = await openRecordings({ stateDir, report: (error) => faults.push(error) })
  const metrics = createMetrics()
  const log = createLog(options.log ? { destination: options.log } : { level: 'silent' })
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
    limits: {
      idleS: 300,
      maxS: 1800,
      graceS: 0,
      memoryBytes: 256 * MIB,
      diskBytes: 64 * MIB,
      processes: 64,
      ...limits,
    },
  })
  const signClaims = (claims: Record<string, unknown>, audience: string, token: TokenOptions) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(token.issuer ?? GRANT_ISSUER)
      .setAudience(token.audience ?? audience)
      .setJti(token.jti ?? randomUUID())
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + (token.expiresInS ?? GRANT_TTL_S))
      .sign(new TextEncoder().encode(token.key ?? grantKey))
  const sign = (claims: SessionGrant, token: TokenOptions = {}) =>
    signClaims({ grant: claims }, SESSION_AUDIENCE, token)
  const signControl = (control: ControlGrant, token: TokenOptions = {}) =>
    signClaims({ control }, CONTROL_AUDIENCE, token)
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
