import { describe, expect, test } from '@jest/globals'
import { content } from '../index.ts'
import { SAME, TOLD } from '../translation.ts'
import type { SeedBlock } from '../types.ts'
import { french } from './index.ts'
import { typeset } from './typeset.ts'

const { demos, experiences, media, pages, projects, resume, site } = content

const bySlug = <Item extends { slug: string }>(items: Item[]) =>
  Object.fromEntries(items.map((item) => [item.slug, item]))

/** In the shape of a translation. */
const english = {
  media: Object.fromEntries(media.map((image) => [image.file, image])),
  demos: Object.fromEntries(demos.map((demo) => [demo.key, demo])),
  experiences: bySlug(experiences),
  projects: bySlug(projects),
  pages: bySlug(pages),
  site,
  resume,
}

const isTold = (name: string) => TOLD.some((told) => told === name)
/** Figures are mostly the same, the language of a listing is that of its code, and names are names. */
const isOptional = (name: string, owner: object, at: string) =>
  name === 'value' ||
  (name === 'language' && 'code' in owner) ||
  (at === '.site' && (name === 'name' || name === 'socials'))

const kindOf = (block: SeedBlock | typeof SAME | undefined) => {
  if (block === undefined || block === SAME) return 'code'
  const { type } = block
  if (type === 'list') return `${type} ${block.ordered ?? false} ${block.items.length}`
  if (type === 'heading') return `${type} ${block.level}`
  return type === 'callout' ? `${type} ${block.tone}` : type
}

const bodyFaults = (mine: SeedBlock[], told: unknown, at: string): string[] => {
  const blocks = Array.isArray(told) ? (told as SeedBlock[]) : []
  const [is, was] = [blocks.map(kindOf), mine.map(kindOf)]
  return JSON.stringify(is) === JSON.stringify(was) ? [] : [`${at} is built otherwise`]
}

/** Where a translation does not have the rows and texts of what it translates. */
const faultsOf = (mine: unknown, told: unknown, at = ''): string[] => {
  if (typeof mine === 'string') {
    return typeof told === 'string' && told.trim() !== '' ? [] : [`${at} is missing`]
  }
  if (Array.isArray(mine)) {
    const rows = Array.isArray(told) ? told : []
    if (Array.isArray(told) && told.length !== mine.length) return [`${at} has other rows`]
    return mine.flatMap((row, index) => faultsOf(row, rows[index], `${at}.${index}`))
  }
  if (typeof mine !== 'object' || mine === null) return []
  const texts = (told ?? {}) as Record<string, unknown>
  const leftOver = Object.keys(texts).filter((name) => !Object.hasOwn(mine, name))
  return [
    ...leftOver.map((name) => `${at}.${name} is left over`),
    ...Object.entries(mine).flatMap(([name, value]) => {
      const here = `${at}.${name}`
      if (name === 'body') return bodyFaults(value, texts.body, here)
      if (name === 'blockType') return texts.blockType === value ? [] : [`${here} is another`]
      if (typeof value === 'string' || isNames(value)) {
        return isTold(name) && !isOptional(name, mine, at) ? faultsOf(value, texts[name], here) : []
      }
      return isOptional(name, mine, at) ? [] : faultsOf(value, texts[name], here)
    }),
  ]
}

const isNames = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the sample portfolio in French', () => {
  test('has every text of the English one, in the same rows, and none besides', () => {
    expect(faultsOf(english, french)).toEqual([])
  })

  test('is found wanting where something is', () => {
    const { philosophers } = french.projects
    const without = (project: object) => ({
      ...french,
      projects: { ...french.projects, philosophers: { ...philosophers, ...project } },
    })
    expect(faultsOf(english, without({ summary: undefined }))).toHaveLength(1)
    expect(faultsOf(english, without({ features: philosophers?.features?.slice(1) }))).toEqual([
      '.projects.philosophers.features has other rows',
    ])
    expect(faultsOf(english, without({ body: philosophers?.body?.slice(1) }))).toHaveLength(1)
    expect(faultsOf(english, without({ subtitle: 'De trop' }))).toEqual([
      '.projects.philosophers.subtitle is left over',
    ])
  })

  test('is set as French is', () => {
    // Before these and inside quotation marks stands a narrow space that does not break; apostrophes are curly.
    const wrong = /(?<!\u202f)[;:!?%»](?!\w)|«(?!\u202f)|["'`]|\.{3}|\d \d{3}(?!\d)/
    const texts = textsIn(french).filter((text) => text !== SAME)
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.filter((text) => wrong.test(text))).toEqual([])
  })

  test('is one of the languages that visitors may choose', () => {
    expect(site.languages).toEqual(['fr'])
  })
})

test.each([
  ['Est-ce sûr ?', 'Est-ce sûr\u202f?'],
  ['« ici » : 5 100 fois', '«\u202fici\u202f»\u202f: 5\u202f100 fois'],
  ['en 10 ms, 24 lignes', 'en 10\u00a0ms, 24 lignes'],
  ['http://a.example', 'http://a.example'],
])('“%s” is set as it is printed', (plain, set) => {
  expect(typeset(plain)).toBe(set)
})
