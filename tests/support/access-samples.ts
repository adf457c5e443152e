// A new document of every collection, values for its sensitive fields, and what somebody who may not write them would send.
import { markOf } from '../../cms/src/diagrams/diagram.ts'
import { PASSWORD } from './cms.ts'
import { onePixelPng, type TestFile, tarGz } from './files.ts'

export type Made = { archive: string; account: string; other: string }
export type Sample = { data: Record<string, unknown>; file?: TestFile }

const LATER = '2030-01-01T00:00:00.000Z'
const diagram = {
  kind: 'mermaid',
  title: 'Flow',
  source: 'graph TD; a-->b',
  textAlternative: 'From a to b.',
}
/** One that could not be drawn. */
const undrawable = { ...diagram, drawError: 'Line 1: no', drawnFrom: markOf(diagram) }

const textOf = (blocks: object[]) => ({
  root: {
    type: 'root',
    direction: null,
    format: '',
    indent: 0,
    version: 1,
    children: blocks.map((fields, at) => ({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: `${at}`.padStart(24, 'a'), blockName: '', ...fields },
    })),
  },
})
const body = textOf([{ blockType: 'diagram', ...undrawable }])

const statusOf = (isHidden: boolean) => ({ _status: isHidden ? 'draft' : 'published' })

let counter = 0

/** `isHidden`: one that visitors do not see. `made`: ids of what is there already. */
export const sampleOf = async (
  collection: string,
  made: Made,
  isHidden = false,
): Promise<Sample> => {
  counter += 1
  const title = `${collection} ${counter}`
  const now = new Date().toISOString()
  const samples: Record<string, () => Sample | Promise<Sample>> = {
    projects: () => ({
      data: { title, summary: 'It works.', kind: 'personal', ...statusOf(isHidden) },
    }),
    experiences: () => ({
      data: {
        company: title,
        role: 'Engineer',
        period: { start: '2025-01-01' },
        ...statusOf(isHidden),
      },
    }),
    pages: () => ({
      data: { title, layout: [{ blockType: 'hero', text: title }], ...statusOf(isHidden) },
    }),
    technologies: () => ({ data: { name: title, category: 'tool' } }),
    media: async () => ({ data: { alt: title }, file: await onePixelPng(`${counter}.png`) }),
    archives: async () => ({
      data: {},
      file: await tarGz(`${counter}.tar.gz`, { 'main.c': title }),
    }),
    demos: () => ({
      data: { title, archive: made.archive, toolchain: 'c', enabled: !isHidden },
    }),
    messages: () => ({
      data: {
        name: title,
        email: 'ada@example.com',
        message: title,
        state: 'new',
        mail: { state: 'none' },
        deleteAfter: now,
        form: title,
      },
    }),
    'webhook-deliveries': () => ({
      data: { messageId: title, subject: title, message: '{}', state: 'delivered' },
    }),
    redirects: () => ({
      data: { from: `/old-${counter}`, target: 'address', address: '/projects' },
    }),
    'health-checks': () => ({
      data: { check: 'site', state: 'up', sentence: title, since: '2026-01-01', ms: 1 },
    }),
    'page-counts': () => ({ data: { day: '2026-01-01', kind: 'page', name: title, views: 1 } }),
    'page-count-messages': () => ({ data: { message: title } }),
    'terminal-smoke-runs': () => ({ data: { ok: true, commands: 1, failed: 0, ms: 5 } }),
    'terminal-recordings': () => ({
      data: {
        title,
        kind: 'demo',
        session: title,
        durationMs: 1,
        bytes: 1,
        cols: 80,
        rows: 24,
        cast: '{"version":2}',
      },
    }),
    'terminal-sessions': () => ({
      data: { session: title, startedAt: now, endedAt: now, durationMs: 1, reason: 'exit' },
    }),
    'terminal-days': () => ({ data: { key: title, day: '2026-01-01' } }),
    'audit-log': () => ({ data: { summary: title, action: 'create' } }),
    'second-factors': () => ({ data: { account: made.other, secret: title, attempts: 0 } }),
    logins: () => ({
      data: {
        account: made.account,
        session: title,
        browser: title,
        address: title,
        seenAt: now,
      },
    }),
    'service-accounts': () => ({ data: { name: title, scope: 'read', expiresAt: '2026-12-20' } }),
    users: () => ({
      data: {
        name: title,
        email: `person-${counter}@example.com`,
        password: PASSWORD,
        role: 'viewer',
      },
    }),
    'payload-jobs': () => ({ data: { taskSlug: 'contact-forget', queue: title, input: {} } }),
    'payload-kv': () => ({ data: { key: title, data: {} } }),
  }
  const sample = samples[collection]
  if (!sample) throw new Error(`A new collection needs a sample: ${collection}.`)
  return sample()
}

const imported = { importedFrom: 'project:1', importMark: 'mark' }

/** What sensitive fields hold, so that it can be seen whether they are shown; the others hold something from the start. */
export const seedsOf = (made: Made): Record<string, Record<string, unknown>> => ({
  projects: { diagrams: [undrawable], body, ...imported },
  experiences: { architecture: { diagrams: [undrawable] }, ...imported },
  pages: { layout: [{ blockType: 'prose', body }] },
  media: { duration: 5, blur: 'data:image/png;base64,AAAA', sha256: 'f'.repeat(64) },
  demos: {
    workdir: 'src',
    build: 'make',
    mode: 'guided',
    rules: [{ program: './run', argument: 'x' }],
    environment: [{ name: 'TOKEN', value: 'x' }],
    flags: { loopback: true, debug: true },
    limits: { memoryMb: 77 },
    maxSessions: 7,
    archive: made.archive,
  },
  messages: {
    mail: { state: 'failed', tries: 3, trouble: 'No answer.' },
    spamScore: 5,
    spamReasons: 'links',
  },
  users: {
    resetPasswordToken: 'token',
    resetPasswordExpiration: LATER,
    resetPasswordRequestedAt: LATER,
    loginAttempts: 2,
    lockUntil: LATER,
    sessions: [{ id: made.account, createdAt: LATER, expiresAt: LATER }],
  },
  'service-accounts': { keyFingerprint: 'fingerprint' },
  'terminal-recordings': { poster: '{}' },
})

/** By the place of the field; never what is there already. */
export const FORGED: Record<string, unknown> = {
  'projects.importedFrom': 'project:2',
  'projects.importMark': 'forged',
  'experiences.importedFrom': 'project:2',
  'experiences.importMark': 'forged',
  'media.duration': 99,
  'media.blur': 'data:image/png;base64,BBBB',
  'media.sha256': '0'.repeat(64),
  'archives.format': 'zip',
  'archives.entries': 99,
  'archives.unpackedBytes': 99,
  'archives.sha256': '0'.repeat(64),
  'archives.listing': [{ path: 'forged', bytes: 1 }],
  'redirects.source': 'automatic',
  'messages.name': 'Forged',
  'messages.email': 'forged@example.com',
  'messages.message': 'Forged by somebody.',
  'messages.mail.state': 'sent',
  'messages.mail.tries': 99,
  'messages.mail.trouble': 'Forged',
  'messages.mail.nextTryAt': LATER,
  'messages.spamScore': 99,
  'messages.spamReasons': 'forged',
  'messages.form': 'forged',
  'users.role': 'editor',
  'users.disabled': true,
  'users.email': 'forged@example.com',
  'users.secondFactor': true,
  'users.secondFactorDue': false,
  'users.resetPasswordToken': 'forged',
  'users.resetPasswordExpiration': '2031-01-01T00:00:00.000Z',
  'users.resetPasswordRequestedAt': '2031-01-01T00:00:00.000Z',
  'users.salt': 'forged',
  'users.hash': 'forged',
  'users.loginAttempts': 1,
  'users.lockUntil': '2031-01-01T00:00:00.000Z',
  'users.sessions': [],
  'service-accounts.lastUsedAt': LATER,
  'service-accounts.keyFingerprint': 'forged',
  'terminal-recordings.published': true,
  'terminal-recordings.kind': 'operator',
  'terminal-recordings.demo': null,
  'terminal-recordings.session': 'forged',
  'terminal-recordings.durationMs': 99,
  'terminal-recordings.bytes': 99,
  'terminal-recordings.cols': 99,
  'terminal-recordings.rows': 99,
  'terminal-recordings.isWhole': false,
  'terminal-recordings.cast': 'forged',
  'terminal-recordings.poster': 'forged',
  'terminal-recordings.expiresAt': LATER,
}
