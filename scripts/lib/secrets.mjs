// Keys and the owner's first login: generated once, kept in the data folder, readable by their owner only.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'

const FILE = 'secrets.json'
const key = () => randomBytes(32).toString('hex')

const generators = {
  payloadSecret: key,
  webhookKey: key,
  terminalGrantKey: key,
  postgresPassword: key,
  ownerPassword: () => randomBytes(15).toString('base64url'),
}

const read = (path) => {
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Failure(
      `${path} is damaged.`,
      'Restore it from a backup, or delete .data to start over.',
    )
  }
}

/** The secrets of this data folder; what is missing is generated and written first. */
export const loadSecrets = (folder) => {
  const path = join(folder, FILE)
  const known = read(path)
  const missing = Object.keys(generators).filter((name) => typeof known[name] !== 'string')
  if (missing.length === 0) return known
  const secrets = {
    ...known,
    ...Object.fromEntries(missing.map((name) => [name, generators[name]()])),
  }
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}
