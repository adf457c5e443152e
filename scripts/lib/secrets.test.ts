import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { loadSecrets } from './secrets.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('secrets are generated once and readable by their owner only', () => {
  const first = loadSecrets(folder)
  expect(loadSecrets(folder)).toEqual(first)
  expect(first.terminalGrantKey).toMatch(/^[0-9a-f]{64}$/)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('a secret that is missing is added without touching the others', () => {
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ webhookKey: 'kept' }))
  const secrets = loadSecrets(folder)
  expect(secrets.webhookKey).toBe('kept')
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(secrets)
})

test('a damaged file stops the start instead of being replaced', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"webhookKey":')
  expect(() => loadSecrets(folder)).toThrow('is damaged')
})
