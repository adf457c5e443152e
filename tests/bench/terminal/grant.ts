// Launches as the CMS would ask for them: claims and their signature, without a CMS.
import { createHmac, randomUUID } from 'node:crypto'
import {
  GRANT_ISSUER,
  GRANT_TTL_S,
  SESSION_AUDIENCE,
  type SessionGrant,
} from '@shellfolio/protocol'
import { PROMPT } from './shell.ts'

const MIB = 1024 * 1024

/** One demo for all launches, so that its project is unpacked once. */
const DEMO_ID = 'bench'

export const grantFor = (archive: SessionGrant['archive']): SessionGrant => ({
  sid: randomUUID(),
  role: 'controller',
  attach: false,
  record: false,
  demo: {
    id: DEMO_ID,
    title: 'Bench',
    workdir: '.',
    build: '',
    toolchain: 'c',
    welcome: '',
    env: { PS1: PROMPT },
    mode: 'shell',
    rules: [],
    commands: [],
    flags: { loopback: false, debug: false },
  },
  archive,
  limits: {
    idleS: 1800,
    maxS: 3600,
    graceS: 0,
    memoryBytes: 512 * MIB,
    diskBytes: 256 * MIB,
    processes: 64,
  },
})

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JWT, HS256. */
export const signGrant = (grant: SessionGrant, key: string, nowS = Date.now() / 1000): string => {
  const iat = Math.floor(nowS)
  const body = `${part({ alg: 'HS256' })}.${part({
    grant,
    iss: GRANT_ISSUER,
    aud: SESSION_AUDIENCE,
    jti: randomUUID(),
    iat,
    exp: iat + GRANT_TTL_S,
  })}`
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
}
