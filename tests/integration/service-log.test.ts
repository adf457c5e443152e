// The real process through whole sessions: what is recorded, counted and logged, and that nothing secret is.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ControlGrant, GRANT_HEADER, type SessionGrant } from '@shellfolio/protocol'
import {
  type ArchiveServer,
  eventually,
  grantSigner,
  makeOrder,
  makeStateFolder,
  PLAIN_LIMITS,
  startArchiveServer,
  TestClient,
} from '@shellfolio/terminal-service/testing'
import { freePort } from '../../scripts/lib/ports.mjs'

const key = randomBytes(32).toString('hex')
const { sign, signControl } = grantSigner(key)
const ROOT = join(import.meta.dirname, '../..')

let stateDir = ''
let archives: ArchiveServer
let service: ChildProcess
let url = ''
let output = ''

const startService = async () => {
  output = ''
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  service = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'terminal-service/src/main.ts')],
    {
      cwd: ROOT,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        LOG_LEVEL: 'debug',
        TERMINAL_PORT: String(port),
        TERMINAL_GRANT_KEY: key,
        TERMINAL_STATE_DIR: stateDir,
        TERMINAL_ARCHIVE_ORIGIN: archives.origin,
      },
    },
  )
  for (const stream of [service.stdout, service.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk
    })
  }
  await eventually(
    'the service',
    () => output.includes('listening on') || service.exitCode !== null,
  )
  expect(output).toContain('listening on')
}
const stopService = async () => {
  const gone = new Promise((resolve) => service.once('exit', resolve))
  service.kill('SIGTERM')
  await gone
}

beforeAll(async () => {
  stateDir = await makeStateFolder('service-log')
  archives = await startArchiveServer()
  await startService()
})
afterAll(async () => {
  const isGone = new Promise((resolve) => service.once('exit', resolve))
  if (service.exitCode === null && service.kill('SIGKILL')) await isGone
  await archives.close()
  await rm(stateDir, { recursive: true, force: true })
})

const grantOf = async (demo: Partial<SessionGrant['demo']>): Promise<SessionGrant> => ({
  sid: randomUUID(),
  role: 'controller',
  attach: false,
  record: true,
  limits: PLAIN_LIMITS,
  ...(await makeOrder(archives, { 'p/a': randomUUID() }, { id: 'the-demo', ...demo })),
})

/** Asks the process as the CMS would. */
const control = async (path: string, grant: ControlGrant) =>
  fetch(url + path, {
    headers: { [GRANT_HEADER]: await signControl(grant) },
  })

test('a recorded session is listed, counted, and fetched when it has ended', async () => {
  const grant = await grantOf({})
  const client = await TestClient.connect({ url, grant: await sign(grant) })
  client.hello()
  await client.untilText('$ ')
  const listed = await (await control('/sessions', { action: 'sessions' })).json()
  expect(listed).toMatchObject({
    sessions: [{ sid: grant.sid, demoId: 'the-demo', state: 'live', recording: true }],
    draining: false,
  })
  client.type('stty -echo; echo re""ady; read -r X\r')
  await client.untilText('ready')
  client.type('UNSEEN-7f5\r')
  client.type('stty echo; echo se""en\r')
  await client.untilText('seen')
  client.type('exit\r')
  await client.untilClosed()
  const { sid } = grant
  let answer = await control(`/recordings/${sid}`, { action: 'recording', sid })
  await eventually('the recording', async () => {
    if (answer.status !== 200)
      answer = await control(`/recordings/${sid}`, { action: 'recording', sid })
    return answer.status === 200
  })
  const cast = await answer.text()
  const [header, ...events] = cast
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(header).toMatchObject({ version: 2, width: 80, height: 24 })
  expect(events.map(([, , text]) => text).join('')).toContain('seen')
  expect(cast).not.toContain('UNSEEN-7f5')
  const metrics = await (await control('/metrics', { action: 'metrics' })).text()
  expect(metrics).toContain('terminal_launches_total 1')
  expect(metrics).toContain('terminal_ends_total{reason="exit"} 1')
})

const linesOf = (msg: string): Record<string, unknown>[] =>
  output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((line) => line.msg === msg)

test('a build and a smoke run say once how they ended, and nothing of what they ran', async () => {
  const secrets = { env: 'ENV-8f1', build: 'BUILD-8f2', typed: 'TYPED-8f3', welcome: 'WELCOME-8f4' }
  const demoOf = (build: string): Partial<SessionGrant['demo']> => ({
    build: `echo ${secrets.build}; ${build}`,
    env: { SECRET: secrets.env },
    welcome: secrets.welcome,
    commands: [
      { label: secrets.typed, command: `echo ${secrets.typed}$SECRET`, expect: secrets.env },
      { label: secrets.typed, command: `echo ${secrets.typed}; exit_not_there` },
    ],
  })
  const good = await grantOf({ ...demoOf('true'), id: 'good-demo' })
  const bad = await grantOf({ ...demoOf('exit 3'), id: 'bad-demo' })
  const tokens: string[] = []
  const post = async (action: 'builds' | 'smoke', { demo, archive, limits }: SessionGrant) => {
    const token = await signControl({ action, demo, archive, limits })
    tokens.push(token)
    const headers = { [GRANT_HEADER]: token }
    return (await fetch(`${url}/${action}`, { method: 'POST', headers })).json()
  }
  const built = await post('builds', good)
  expect(built).toMatchObject({ ok: true, log: expect.stringContaining(secrets.build) })
  expect(await post('builds', good)).toMatchObject({ ok: true, cached: true })
  expect(await post('smoke', good)).toMatchObject({ results: [{ ok: true }, { ok: false }] })
  const broken = await post('builds', bad)
  expect(broken).toMatchObject({ ok: false })
  expect(await post('smoke', bad)).toMatchObject({ ok: false, reason: 'build-failed' })

  await eventually('the lines', () => linesOf('smoke run ended').length === 2)
  const common = { level: 'info', service: 'terminal', time: expect.any(String) }
  const ms = expect.any(Number)
  const build = { ...common, msg: 'build ended', ms }
  const ofBoth = ({ demo }: Record<string, unknown>) => demo === 'good-demo' || demo === 'bad-demo'
  expect(linesOf('build ended').filter(ofBoth)).toEqual([
    { ...build, demo: 'good-demo', key: built.key, outcome: 'ok', bytes: built.bytes },
    { ...build, demo: 'bad-demo', key: broken.key, outcome: 'build-failed', bytes: 0 },
  ])
  const smoke = { ...common, msg: 'smoke run ended', ms }
  expect(linesOf('smoke run ended')).toEqual([
    { ...smoke, demo: 'good-demo', outcome: 'failed', passed: 1, failed: 1 },
    { ...smoke, demo: 'bad-demo', outcome: 'build-failed', passed: 0, failed: 0 },
  ])
  const archived = [good, bad].flatMap(({ archive }) => [archive.url, archive.token as string])
  for (const secret of [...Object.values(secrets), ...tokens, ...archived, key]) {
    expect(output).not.toContain(secret)
  }
})

test('a session leaves no keystroke, output, grant, token, build or environment in the log', async () => {
  const secrets = { env: 'ENV-7f1', build: 'BUILD-7f2', typed: 'TYPED-7f3', welcome: 'WELCOME-7f4' }
  const good = await grantOf({
    env: { SECRET: secrets.env },
    build: `: ${secrets.build}`,
    welcome: secrets.welcome,
  })
  const token = await sign(good)
  const client = await TestClient.connect({ url, grant: token })
  client.hello()
  await client.untilText('$ ')
  client.type(`echo ${secrets.typed}$SECRET\r`)
  await client.untilText(secrets.typed + secrets.env)
  client.type('exit\r')
  await client.untilClosed()

  const bad = await grantOf({
    build: `echo ${secrets.build}; exit 3`,
    env: { SECRET: secrets.env },
  })
  const failing = await TestClient.connect({ url, grant: await sign(bad) })
  failing.hello()
  expect(await failing.untilExit()).toMatchObject({ reason: 'build-failed' })
  await failing.untilClosed()
  await fetch(`${url}/sessions?${secrets.typed}`, { headers: { [GRANT_HEADER]: token } })

  await stopService()
  expect(output).toContain(good.sid)
  for (const line of output.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
  for (const secret of [
    ...Object.values(secrets),
    token,
    key,
    good.archive.token as string,
    bad.archive.token as string,
  ]) {
    expect(output).not.toContain(secret)
  }
})

test('a session that a restart ended is told after it, behind those before', async () => {
  await startService()
  const list = async () =>
    (await control('/sessions/ended', { action: 'ended' })).json() as Promise<{
      epoch: string
      sessions: { sid: string; seq: number }[]
    }>
  const before = await list()
  expect(before.sessions).not.toEqual([])
  const grant = await grantOf({})
  const client = await TestClient.connect({ url, grant: await sign(grant) })
  client.hello()
  await client.untilText('$ ')
  await stopService()
  await startService()
  const { epoch, sessions } = await list()
  expect(epoch).toBe(before.epoch)
  expect(sessions).toMatchObject([...before.sessions, { sid: grant.sid, reason: 'shutdown' }])
})
