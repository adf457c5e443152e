import { describe, expect, test } from '@jest/globals'
import { CONTACT } from '../limits.ts'
import { formTokens } from './form-token.ts'

let nowMs = 1_800_000_000_000
const tokens = formTokens('s'.repeat(32), () => nowMs)

describe('the token of a contact form', () => {
  test('tells how old its form is', () => {
    const token = tokens.issue()
    expect(tokens.read(token)?.age).toBe('too-young')
    nowMs += CONTACT.minFormAgeMs
    expect(tokens.read(token)?.age).toBe('right')
    nowMs += CONTACT.maxFormAgeMs
    expect(tokens.read(token)?.age).toBe('too-old')
  })

  test('names its form, the same each time it is read', () => {
    const token = tokens.issue()
    expect(tokens.read(token)?.id).toBe(tokens.read(token)?.id)
    expect(tokens.read(tokens.issue())?.id).not.toBe(tokens.read(token)?.id)
  })

  test('is worth nothing when it was changed, made up or signed by someone else', () => {
    const token = tokens.issue()
    const [issued = '', id = '', signature = ''] = token.split('.')
    const earlier = (Number.parseInt(issued, 36) - 60_000).toString(36)
    const foreign = formTokens('t'.repeat(32), () => nowMs).issue()
    const wrong = [
      `${earlier}.${id}.${signature}`,
      `${issued}.${'A'.repeat(22)}.${signature}`,
      `${issued}.${id}.${'A'.repeat(43)}`,
      `${issued}.${id}`,
      foreign,
      '',
      '..',
    ]
    for (const value of wrong) expect(tokens.read(value)).toBeUndefined()
  })
})
