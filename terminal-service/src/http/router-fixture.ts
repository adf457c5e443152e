// A router without a sandbox, for its tests: on a port of its own, with parts that note what they are asked.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { type ControlGrant, GRANT_HEADER } from '@shellfolio/protocol'
import { createMetrics } from '../metrics.ts'
import { openRecordings } from '../recording/store.ts'
import type { SandboxStatus } from '../sandbox/types.ts'
import { EndedSessions } from '../session/ended-sessions.ts'
import { type BuildReport, WorkspaceError } from '../workspace/types.ts'
import { createRouter, type HttpParts } from './router.ts'

export const ORDER = { demo: { id: 'd', commands: [] }, archive: {}, limits: {} }
export const BUILT: BuildReport = {
  ok: true,
  key: 'k',
  cached: false,
  ms: 5,
  bytes: 9,
  log: 'made',
}

export let stateDir = ''
export let server: Server
export let url = ''
export let grants: Map<string, ControlGrant>
export let status: SandboxStatus
export let ended: string[]
export let shown: [sid: string, text: string][]
export let isDraining = false
export let faults: unknown[]
export let logged: unknown[]
export let parts: HttpParts

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'router-'))
  await mkdir(join(stateDir, 'workspaces'))
  grants = new Map()
  status = { available: true, mode: 'cgroup-v2' }
  ended = []
  shown = []
  faults = []
  logged = []
  isDraining = false
  const recordings = await openRecordings({ stateDir, report: (error) => faults.push(error) })
  parts = {
    grants: {
      takeControl: async (token) => {
        const grant = grants.get(token)
        grants.delete(token)
        return grant
      },
    },
    sandbox: {
      get status() {
        return status
      },
    } as HttpParts['sandbox'],
    workspaces: {
      stats: { workspaces: 2, bytes: 10, making: 0 },
      recent: () => [],
      build: async () => BUILT,
      acquire: async () => {
        throw new WorkspaceError('build-failed', 'It does not build.')
      },
      dispose: async () => undefined,
    },
    sessions: {
      count: 1,
      capacity: 8,
      list: () => [],
      end: (sid) => {
        ended.push(sid)
        return sid === 'here'
      },
      notify: (sid, text) => {
        shown.push([sid, text])
        return sid === 'here'
      },
      drain: () => {
        isDraining = true
      },
      get isDraining() {
        return isDraining
      },
    },
    ended: new EndedSessions('epoch'),
    recordings,
    metrics: createMetrics(),
    log: (event, fields) => logged.push([event, fields]),
    stateDir,
    report: (error) => faults.push(error),
  }
  server = createServer(createRouter(parts))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  parts.metrics.dispose()
  await rm(stateDir, { recursive: true, force: true })
})

type Asking = { method?: string; grant?: unknown; body?: string; signal?: AbortSignal }
export const ask = (path: string, { method = 'GET', grant, ...more }: Asking = {}) => {
  const headers: Record<string, string> = {}
  if (grant) {
    grants.set('token', grant as ControlGrant)
    headers[GRANT_HEADER] = 'token'
  }
  return fetch(url + path, { method, headers, ...more })
}
export const codeOf = async (answer: Promise<Response>) => {
  const response = await answer
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { code, status: said } = await response.json()
  expect(said).toBe(response.status)
  return `${response.status} ${code}`
}

export const setStatus = (next: SandboxStatus): void => {
  status = next
}
export const setDraining = (next: boolean): void => {
  isDraining = next
}
