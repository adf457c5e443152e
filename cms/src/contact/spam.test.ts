import { describe, expect, test } from '@jest/globals'
import { CONTACT } from '../limits.ts'
import { spamVerdict } from './spam.ts'

const verdict = (message: string, more: { name?: string; website?: string } = {}) =>
  spamVerdict({ name: 'Ada', email: 'ada@example.com', token: '', message, ...more })

const isSpam = (...args: Parameters<typeof verdict>) => verdict(...args).score >= CONTACT.spamScore

describe('the verdict on a message', () => {
  test.each([
    'Hello, I saw your shell and would like to talk about a role in our team in Lyon.',
    'Your demo at https://example.com/projects/shell fails with ENOENT. How did you build it?',
    'BONJOUR',
    'Здравствуйте, мне понравился ваш проект, можно задать вопрос?',
    'We have two openings, see https://example.com/a and https://example.com/b. Are you free?',
    'I am writing a crypto library and liked how you handle buffers.',
  ])('lets people through: %s', (message) => {
    expect(isSpam(message)).toBe(false)
  })

  test.each([
    'We offer SEO and backlinks: your site on the first page of Google, cheap price!',
    'See http://a.test http://b.test http://c.test http://d.test',
    '<a href="http://a.test">casino</a> bonus',
    'BUY NOW THE BEST CASINO AND FOREX SIGNALS, ACT TODAY, LIMITED OFFER',
  ])('keeps advertising apart and says why: %s', (message) => {
    expect(isSpam(message)).toBe(true)
    expect(verdict(message).reasons.length).toBeGreaterThan(0)
  })

  test('knows a program by the field that people do not see, and by a link as a name', () => {
    expect(isSpam('A calm text.', { website: 'x' })).toBe(true)
    expect(isSpam('A calm text.', { name: 'https://a.test' })).toBe(true)
  })

  test('stays within 0 and 100', () => {
    const worst = `${'<a href="http://a.test">SEO casino</a> '.repeat(20)}`
    expect(verdict(worst, { website: 'x', name: 'www.a.test' }).score).toBe(100)
    expect(verdict('A calm text.')).toEqual({ score: 0, reasons: [] })
  })
})
