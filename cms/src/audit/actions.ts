// What the log knows of: the name of each thing that people do, and how a sentence about it goes.

/** `sentence`: between who and what it was done to. */
export const ACTIONS = {
  create: { label: 'Created', sentence: 'created' },
  update: { label: 'Changed', sentence: 'changed' },
  draft: { label: 'Saved a draft', sentence: 'saved a draft of' },
  publish: { label: 'Published', sentence: 'published' },
  unpublish: { label: 'Unpublished', sentence: 'unpublished' },
  restore: { label: 'Restored an older version', sentence: 'restored an older version of' },
  'plan-refused': { label: 'Planned change refused', sentence: 'could not keep the plan for' },
  trash: { label: 'Moved to the trash', sentence: 'moved to the trash' },
  untrash: { label: 'Took out of the trash', sentence: 'took out of the trash' },
  delete: { label: 'Deleted', sentence: 'deleted' },
  login: { label: 'Logged in', sentence: 'logged in' },
  'login-failed': { label: 'Failed to log in', sentence: 'failed to log in' },
  logout: { label: 'Logged out', sentence: 'logged out' },
  'account-locked': { label: 'Account locked', sentence: 'was locked after wrong passwords' },
  'account-unlocked': { label: 'Account unlocked', sentence: 'unlocked' },
  'password-changed': { label: 'Password changed', sentence: 'changed the password of' },
  'password-asked': { label: 'New password asked for', sentence: 'asked for a new password' },
  'factor-added': { label: 'Second factor added', sentence: 'added a second factor to' },
  'factor-removed': { label: 'Second factor removed', sentence: 'removed the second factor of' },
  'factor-failed': { label: 'Wrong code', sentence: 'gave a wrong code' },
  'recovery-codes-made': { label: 'Recovery codes made', sentence: 'made recovery codes for' },
  'recovery-code-used': { label: 'Recovery code used', sentence: 'used a recovery code' },
  'service-key-made': { label: 'Key made', sentence: 'made a key for' },
  'session-ended': { label: 'Login ended elsewhere', sentence: 'ended a login of' },
  'terminal-ended': { label: 'Terminal ended', sentence: 'asked to end the terminal session' },
  'terminal-watched': { label: 'Terminal watched', sentence: 'looked on at the terminal session' },
  'terminal-told': { label: 'Visitor told', sentence: 'sent a notice to the terminal session' },
  'terminal-recorded': { label: 'Recording made', sentence: 'kept a recording of' },
  'terminal-tried': { label: 'Demo tried', sentence: 'tried the demo' },
  'service-drained': { label: 'Service drained', sentence: 'stopped new terminals on' },
  'job-cancelled': { label: 'Job cancelled', sentence: 'cancelled the job' },
  export: { label: 'Exported', sentence: 'exported' },
  import: { label: 'Imported', sentence: 'imported' },
} as const satisfies Record<string, { label: string; sentence: string }>

export type AuditAction = keyof typeof ACTIONS

/** How somebody came to do it. */
export const VIAS = {
  admin: 'In the admin',
  api: 'By the API, with a login',
  'api-key': 'By the API, with a key',
  visitor: 'By the API, without a login',
  job: 'By the system itself',
  setup: 'By the setup program',
} as const

export type Via = keyof typeof VIAS
