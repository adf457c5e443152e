import { describe, expect, test } from '@jest/globals'
import { en } from '../i18n/en.ts'
import { fr } from '../i18n/fr.ts'
import { LIMITS } from '../limits.ts'
import { readSubmission, troublesWith, typedOf } from './form.ts'

const right = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  message: 'I saw your shell.\nIs it yours?',
  website: '',
  token: 'token-1',
}
const bodyOf = (more: Record<string, string> = {}) =>
  new URLSearchParams({ ...right, ...more }).toString()
const troublesOf = (more: Record<string, string>) => troublesWith(readSubmission(bodyOf(more)))

describe('what a browser sends', () => {
  test('is read with its line breaks as one character, without what is not of the form', () => {
    const message = 'First\r\nSecond\rThird'
    expect(readSubmission(`${bodyOf({ message })}&admin=1`)).toEqual({
      ...right,
      message: 'First\nSecond\nThird',
    })
  })

  test('may lack everything', () => {
    expect(troublesWith(readSubmission('%%%&='))).toEqual({
      name: 'missing',
      email: 'missing',
      message: 'missing',
    })
  })

  test('comes back as it was typed, but no longer than is sensible', () => {
    const submission = readSubmission(bodyOf({ name: 'n'.repeat(9999), message: 'm'.repeat(9999) }))
    const { name, message } = typedOf(submission)
    expect([name.length, message.length]).toEqual([200, 8000])
  })
})

test('a form that is filled in has no trouble', () => {
  expect(troublesOf({})).toEqual({})
  expect(troublesOf({ name: '  Zoë  ', message: `${'m'.repeat(4000)}\n` })).toEqual({})
})

test.each([
  [{ name: '   ' }, { name: 'missing' }],
  [{ name: 'n'.repeat(201) }, { name: 'tooLong' }],
  [{ name: 'Ada\nBcc: all@example.com' }, { name: 'wrong' }],
  [{ email: 'ada' }, { email: 'wrong' }],
  [{ email: `${'a'.repeat(250)}@example.com` }, { email: 'tooLong' }],
  [{ message: 'Hi' }, { message: 'tooShort' }],
  [{ message: 'm'.repeat(4001) }, { message: 'tooLong' }],
  [{ message: 'A text with a \u0007 bell' }, { message: 'wrong' }],
])('%j is told at its field', (more, troubles) => {
  expect(troublesOf(more)).toEqual(troubles)
})

test('the words name the bounds that hold', () => {
  const { maxMessage, maxName } = LIMITS.contact
  const digits = (text: string) => text.replaceAll(/\D/g, '')
  for (const { contactPage } of [en, fr]) {
    expect(digits(contactPage.hints.message)).toBe(String(maxMessage))
    expect(digits(contactPage.troubles.message.tooLong)).toBe(String(maxMessage))
    expect(digits(contactPage.troubles.name.tooLong)).toBe(String(maxName))
  }
})
