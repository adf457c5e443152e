import { expect, test } from '@jest/globals'
import { PREVIEW } from '../limits.ts'
import { previewTokens } from './token.ts'

const SECRET = 's'.repeat(64)
const ASKED = {
  collection: 'projects',
  id: '00000000-0000-4000-8000-000000000001',
  user: '00000000-0000-4000-8000-000000000002',
}
const START = Date.UTC(2026, 0, 1)

test('a token says what it was issued for, until it expires', () => {
  let now = START
  const tokens = previewTokens(SECRET, () => now)
  const { token, expiresAt } = tokens.issue(ASKED)
  expect(expiresAt).toEqual(new Date(START + PREVIEW.lifetimeMs))
  now = START + PREVIEW.lifetimeMs - 1
  expect(tokens.read(token)).toEqual({ ...ASKED, expiresAt })
  now += 1
  expect(tokens.read(token)).toBe('expired')
})

test('a token of a global names no document, and says so', () => {
  const tokens = previewTokens(SECRET, () => START)
  const { user } = ASKED
  const { token, expiresAt } = tokens.issue({ collection: 'resume', user })
  expect(tokens.read(token)).toEqual({ collection: 'resume', id: undefined, user, expiresAt })
  expect(tokens.read(token.replace('resume', `resume.${ASKED.id}`))).toBeUndefined()
})

test('a steady token stays the same for some minutes, and never works for longer than others', () => {
  let now = START + 1
  const tokens = previewTokens(SECRET, () => now)
  const first = tokens.issue(ASKED, { isSteady: true })
  now = START + PREVIEW.steadyMs - 1
  expect(tokens.issue(ASKED, { isSteady: true })).toEqual(first)
  expect(tokens.read(first.token)).toEqual({ ...ASKED, expiresAt: first.expiresAt })
  now = START + PREVIEW.steadyMs
  expect(tokens.issue(ASKED, { isSteady: true }).token).not.toBe(first.token)
  expect(first.expiresAt.getTime() - START).toBeLessThanOrEqual(PREVIEW.lifetimeMs)
})

test('no part of a token can be changed, not even to make it live longer', () => {
  const tokens = previewTokens(SECRET)
  const { token } = tokens.issue(ASKED)
  const other = ASKED.id.replace(/1$/, '3')
  const changed = [
    token.replace(ASKED.id, other),
    token.replace(ASKED.user, other),
    token.replace('projects', 'pages'),
    token.replace(/\.[0-9a-z]+(?=\.[\w-]{43}$)/, '.zzzzzzzz'),
    token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
  ]
  for (const wrong of changed) {
    expect(wrong).not.toBe(token)
    expect(tokens.read(wrong)).toBeUndefined()
  }
})

test('tokens of another CMS, and nonsense, say nothing', () => {
  const tokens = previewTokens(SECRET)
  const { token } = previewTokens('t'.repeat(64)).issue(ASKED)
  for (const wrong of [token, '', 'x', `${token}\n`, token.toUpperCase(), 'a.'.repeat(5000)]) {
    expect(tokens.read(wrong)).toBeUndefined()
  }
})

test('a token fits into an address as it is', () => {
  const { token } = previewTokens(SECRET).issue(ASKED)
  expect(encodeURIComponent(token)).toBe(token)
})
