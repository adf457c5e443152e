// Bounds of accounts: passwords, second factors, keys, logins, and what is kept of all that is done.

/** Shortest password. NIST SP 800-63B asks for 15 without a second factor, ASVS 5.0 for 8; 12 is between. */
export const MIN_PASSWORD_CHARACTERS = 12
/** Longest password: hashing more than this costs time and adds nothing. */
export const MAX_PASSWORD_CHARACTERS = 256
/** Shortest word of a name or address that is looked for in its password, the characters that must remain beside such words, and the places where a row of neighbours may break. */
export const PASSWORD_RULES = { minOwnWord: 4, minBesideOwn: 8, maxBreaksOfRow: 2 } as const

export const SECOND_FACTOR = {
  /** Length of the shared secret, in bytes, and how long a code is good for, in seconds: what every app takes. */
  secretBytes: 20,
  stepS: 30,
  /** Steps before and after now that count as well, for clocks that differ. */
  window: 1,
  recoveryCodes: 10,
  recoveryLetters: 16,
  /** Wrong codes before no code counts, and for how long in milliseconds. */
  maxAttempts: 5,
  lockMs: 10 * 60_000,
} as const

/** Characters of a code as it is typed, hyphens and spaces included. */
export const MAX_LOGIN_CODE_CHARACTERS = 64
/** Body of a request about an account, in bytes. */
export const MAX_ACCOUNT_BODY_BYTES = 4096
/** How often it is noted that a login or a key is in use, in milliseconds, and of how many that is remembered. */
export const SEEN = { everyMs: 60_000, maxRemembered: 10_000 } as const
/** How long the link of a forgotten password works, and the pause between two mails, in milliseconds. */
export const FORGOT_PASSWORD = { expirationMs: 60 * 60_000, pauseMs: 60_000 } as const
/** Randomness of a program's key, and how many days one lasts. */
export const SERVICE_KEY_BYTES = 32
export const SERVICE_KEY_DAYS = { usual: 365, most: 730 } as const
/** Wrong passwords before an account is locked, and for how long in milliseconds. */
export const MAX_LOGIN_ATTEMPTS = 5
export const LOCK_TIME_MS = 10 * 60_000
/** How long a login lasts, in seconds. */
export const LOGIN_LIFETIME_S = 2 * 60 * 60
/** Logins and the like of one address: at once and per minute, and how many addresses are remembered. */
export const LOGIN_RATE = { burst: 20, perMinute: 20, maxAddresses: 10_000 } as const

export const AUDIT = {
  /** Characters kept of a value before and after a change, lines of one entry, and characters of all of them. */
  valueChars: 80,
  maxLines: 40,
  changesChars: 4000,
  /** After this without an entry, an editor who keeps typing gets another one, in milliseconds. */
  autosaveQuietMs: 30 * 60_000,
  /** Days that entries are kept. The database itself refuses less than the minimum. */
  defaultDays: 400,
  minDays: 30,
  maxDays: 3650,
  /** Server's time zone. */
  forgetCron: '40 3 * * *',
} as const
