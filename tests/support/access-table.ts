// Who may do what over the REST API, to be read by people: a table for each kind of thing. Whoever is not named is refused.

export const WHO = [
  'nobody',
  'viewer',
  'editor',
  'owner',
  'program that reads',
  'program that writes',
  // Two owners who have lost it, with logins from before.
  'disabled',
  'second factor due',
] as const
export type Who = (typeof WHO)[number]
type Those = readonly Who[]

const NONE: Those = []
const OWNERS: Those = ['owner']
const EDITORS: Those = ['editor', 'owner']
const STAFF: Those = ['viewer', 'editor', 'owner']
const WRITERS: Those = ['editor', 'owner', 'program that writes']
const READERS: Those = ['viewer', 'editor', 'owner', 'program that reads', 'program that writes']
const EVERYONE: Those = WHO

export type Operation =
  | 'read'
  | 'read what visitors do not see'
  | 'create'
  | 'update'
  | 'delete'
  | 'read versions'
  | 'unlock'
export type Row = Partial<Record<Operation, Those>>

const CONTENT: Row = {
  read: EVERYONE,
  'read what visitors do not see': READERS,
  create: WRITERS,
  update: WRITERS,
  delete: WRITERS,
  'read versions': READERS,
}
/** Written by the CMS alone. */
const MACHINE: Row = { create: NONE, update: NONE, delete: NONE }
const CLOSED: Row = { read: NONE, ...MACHINE }

export const COLLECTIONS: Record<string, Row> = {
  projects: CONTENT,
  experiences: CONTENT,
  pages: CONTENT,
  technologies: { read: EVERYONE, create: WRITERS, update: WRITERS, delete: WRITERS },
  media: { read: EVERYONE, create: WRITERS, update: WRITERS, delete: WRITERS },
  demos: {
    read: EVERYONE,
    'read what visitors do not see': STAFF,
    create: EDITORS,
    update: EDITORS,
    delete: EDITORS,
  },
  archives: { read: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  redirects: { read: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  // Written by the contact form.
  messages: { read: EDITORS, create: NONE, update: EDITORS, delete: EDITORS },
  'webhook-deliveries': { ...MACHINE, read: EDITORS },
  'health-checks': { ...MACHINE, read: STAFF },
  'page-counts': { ...MACHINE, read: STAFF },
  'page-count-messages': CLOSED,
  // Somebody else's account; of one's own see below.
  users: { read: OWNERS, create: OWNERS, update: OWNERS, delete: OWNERS, unlock: OWNERS },
  'service-accounts': {
    read: OWNERS,
    create: OWNERS,
    update: OWNERS,
    delete: OWNERS,
    unlock: NONE,
  },
  'second-factors': CLOSED,
  logins: CLOSED,
  'terminal-smoke-runs': { ...MACHINE, read: EDITORS },
  // Made by the plugin, named and thrown away by hand.
  'terminal-recordings': { read: EDITORS, create: NONE, update: EDITORS, delete: EDITORS },
  'terminal-sessions': { ...MACHINE, read: EDITORS, delete: EDITORS },
  'terminal-days': { ...MACHINE, read: EDITORS },
  'audit-log': { ...MACHINE, read: OWNERS },
  'payload-jobs': { ...MACHINE, read: STAFF, delete: OWNERS },
  'payload-kv': CLOSED,
}

/** Payload's own, whose rules are not ours to make, and why that is no harm. */
export const BEYOND: Record<string, string> = {
  'payload-locked-documents': 'Holds who has what open, for whoever has an account; expires.',
  'payload-preferences': 'Widths of columns, by key, of whoever asks alone.',
  'payload-migrations': 'Has no address.',
}

export const GLOBALS: Record<string, Row> = {
  site: { read: EVERYONE, update: WRITERS, 'read versions': READERS },
  resume: { read: EVERYONE, update: WRITERS, 'read versions': READERS },
  terminal: { read: STAFF, update: EDITORS },
  'account-rules': { read: STAFF, update: OWNERS },
  'audit-settings': { read: OWNERS, update: OWNERS },
  'payload-jobs-stats': { read: NONE, update: NONE },
}

export type FieldRow = Partial<Record<'read' | 'create' | 'update', Those>>

const BY_STAFF: FieldRow = { read: STAFF }
/** Written by the CMS alone. */
const CALCULATED: FieldRow = { create: NONE, update: NONE }
const FOR_NOBODY: FieldRow = { ...CALCULATED, read: NONE }
const AS_SENT: FieldRow = { update: NONE }

/** Every field with rules of its own or that is never shown, by its place. Who may not read the document reads none of it. */
export const FIELDS: Record<string, FieldRow> = {
  'projects.diagrams.drawError': BY_STAFF,
  'projects.diagrams.drawnFrom': BY_STAFF,
  'projects.body.diagram.drawError': BY_STAFF,
  'projects.body.diagram.drawnFrom': BY_STAFF,
  'experiences.architecture.diagrams.drawError': BY_STAFF,
  'experiences.architecture.diagrams.drawnFrom': BY_STAFF,
  'pages.layout.prose.body.diagram.drawError': BY_STAFF,
  'pages.layout.prose.body.diagram.drawnFrom': BY_STAFF,
  'projects.importedFrom': { ...CALCULATED, ...BY_STAFF },
  'projects.importMark': { ...CALCULATED, ...BY_STAFF },
  'experiences.importedFrom': { ...CALCULATED, ...BY_STAFF },
  'experiences.importMark': { ...CALCULATED, ...BY_STAFF },
  'media.duration': { ...CALCULATED, read: EVERYONE },
  'media.blur': { ...CALCULATED, read: EVERYONE },
  'media.sha256': { ...CALCULATED, ...BY_STAFF },
  'demos.archive': BY_STAFF,
  'demos.workdir': BY_STAFF,
  'demos.build': BY_STAFF,
  'demos.rules': BY_STAFF,
  'demos.environment': BY_STAFF,
  'demos.flags': BY_STAFF,
  'demos.limits': BY_STAFF,
  'demos.maxSessions': BY_STAFF,
  'archives.format': { ...CALCULATED, ...BY_STAFF },
  'archives.entries': { ...CALCULATED, ...BY_STAFF },
  'archives.unpackedBytes': { ...CALCULATED, ...BY_STAFF },
  'archives.sha256': { ...CALCULATED, ...BY_STAFF },
  'archives.listing': { ...CALCULATED, ...BY_STAFF },
  'redirects.source': CALCULATED,
  'messages.name': AS_SENT,
  'messages.email': AS_SENT,
  'messages.message': AS_SENT,
  'messages.mail.state': AS_SENT,
  'messages.mail.tries': { ...CALCULATED, read: EDITORS },
  'messages.mail.trouble': { ...CALCULATED, read: EDITORS },
  'messages.mail.nextTryAt': CALCULATED,
  'messages.spamScore': { ...CALCULATED, read: EDITORS },
  'messages.spamReasons': { ...CALCULATED, read: EDITORS },
  'messages.form': FOR_NOBODY,
  'users.role': { create: OWNERS, update: OWNERS },
  'users.disabled': { create: OWNERS, update: OWNERS },
  'users.email': { update: OWNERS },
  'users.secondFactor': { ...CALCULATED, read: OWNERS },
  'users.secondFactorDue': { ...CALCULATED, read: OWNERS },
  'users.resetPasswordToken': FOR_NOBODY,
  'users.resetPasswordExpiration': FOR_NOBODY,
  'users.resetPasswordRequestedAt': FOR_NOBODY,
  'users.salt': FOR_NOBODY,
  'users.hash': FOR_NOBODY,
  'users.loginAttempts': FOR_NOBODY,
  'users.lockUntil': FOR_NOBODY,
  'users.sessions': { read: NONE, update: NONE },
  'service-accounts.lastUsedAt': CALCULATED,
  'service-accounts.keyFingerprint': FOR_NOBODY,
  'terminal-recordings.published': { create: NONE, update: EDITORS },
  'terminal-recordings.kind': CALCULATED,
  'terminal-recordings.demo': CALCULATED,
  'terminal-recordings.session': CALCULATED,
  'terminal-recordings.durationMs': CALCULATED,
  'terminal-recordings.bytes': CALCULATED,
  'terminal-recordings.cols': CALCULATED,
  'terminal-recordings.rows': CALCULATED,
  'terminal-recordings.isWhole': CALCULATED,
  'terminal-recordings.cast': FOR_NOBODY,
  'terminal-recordings.poster': FOR_NOBODY,
  'terminal-recordings.expiresAt': CALCULATED,
}

/** One's own account: who may read and rename it, and which of its fields they may write. */
export const OWN_ACCOUNT = {
  'read and rename': ['viewer', 'editor', 'owner', 'second factor due'],
  email: ['viewer', 'editor', 'owner', 'second factor due'],
  role: OWNERS,
  disabled: OWNERS,
} as const satisfies Record<string, Those>
