import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { resumeSchema } from '../../cms/shapes/resume.ts'
import { siteSchema } from '../../cms/shapes/site.ts'
import { CONTENT } from '../../testing/content.ts'
import { escapeText, fold, vcardOf } from './vcard.ts'

const cardOf = (site: object = {}, resume: object = {}) =>
  vcardOf({
    site: siteSchema.parse({ ...CONTENT.site, ...site }),
    resume: resumeSchema.parse({ ...CONTENT.resume, ...resume }),
    origin: 'https://site.example',
    language: 'en',
  })

/** Lines as a reader has them, unfolded. */
const linesOf = (card: string) => card.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

describe('the contact card', () => {
  test('names its owner and every way to reach them', () => {
    expect(linesOf(cardOf())).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      'FN:Noor Halden',
      'TITLE:Systems programmer\\, ten years of C',
      'EMAIL:noor@example.com',
      'TEL;VALUE=uri:tel:+31105550123',
      'ADR:;;;Rotterdam;;;NL',
      'URL:https://example.com',
      'URL:https://example.com/github',
      'LANG:en',
      'SOURCE:https://site.example/resume.vcf',
      'END:VCARD',
      '',
    ])
  })

  test('of nobody is still a card', () => {
    const lines = linesOf(
      vcardOf({
        site: siteSchema.parse({}),
        resume: resumeSchema.parse({ contact: {} }),
        origin: 'https://site.example',
        language: 'fr',
      }),
    )
    expect(lines).toContain('FN:https://site.example')
    expect(lines).toContain('SOURCE:https://site.example/fr/resume.vcf')
  })

  test('has no line that a name brings in', () => {
    const card = cardOf({ name: 'A\r\nEMAIL:evil@example.com\u2028; B, C\\' })
    expect(linesOf(card)).toContain('FN:A\\nEMAIL:evil@example.com\u2028\\; B\\, C\\\\')
    expect(linesOf(card).filter((line) => line.startsWith('EMAIL'))).toHaveLength(1)
  })
})

test('what is escaped can be read back, and holds no break', () => {
  const readBack = (value: string) =>
    value.replaceAll(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter))
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\\', 'n', ';', ',', '\n', 'é') }),
      (text) => {
        const escaped = escapeText(text)
        expect(escaped).not.toMatch(/[\r\n]/)
        expect(readBack(escaped)).toBe(text)
      },
    ),
  )
})

test('folded lines have at most 75 octets, no letter is divided, and unfolded they are the line again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '')
      const folded = fold(line).split('\r\n')
      for (const part of folded) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        expect(Buffer.from(part).toString()).toBe(part)
      }
      expect(folded.map((part, index) => (index > 0 ? part.slice(1) : part)).join('')).toBe(line)
    }),
  )
})
