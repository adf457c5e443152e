// The rules: what is missing in a document before readers see it. Only what harms them blocks.
import { CHECKLIST } from '../limits.ts'
import type { At, DemoState, Facts, Item, Level } from './facts.ts'

type Finding = { level: Level; message: string; where: At }

const block = ({ path, label, tab }: At, message: string): Finding => ({
  level: 'blocks',
  message,
  where: { path, label, ...(tab ? { tab } : {}) },
})
const advise = (at: At, message: string): Finding => ({ ...block(at, message), level: 'advice' })

const needed = ({ needed: fields }: Facts) =>
  fields
    .filter(({ isGiven }) => !isGiven)
    .map((at) => block(at, `${at.label} is required: readers see it first.`))

const lengthOf = (name: 'title' | 'description', { search }: Facts): Finding[] => {
  if (!search) return []
  const { text, isOwn, ...at } = search[name]
  const { min, max } = CHECKLIST[name]
  const whose = isOwn ? `The ${name} for search engines` : `What search engines get as ${name}`
  if (text === '') {
    // Without a title there is a finding already.
    return name === 'title' ? [] : [advise(at, 'Search engines get no description of this page.')]
  }
  if (text.length < min)
    return [advise(at, `${whose} is short: ${text.length} of ${min} characters.`)]
  if (text.length > max) {
    return [advise(at, `${whose} is cut off: ${text.length} characters, ${max} are shown.`)]
  }
  return []
}

const pictures = ({ pictures: used }: Facts) =>
  used.flatMap((picture) => {
    if (picture.state === 'is-fine') return []
    return picture.state === 'is-gone'
      ? [advise(picture, 'A file that was chosen here is gone from the media library.')]
      : [
          block(
            picture,
            `Say in the media library what “${picture.name}” shows, or mark it as decorative.`,
          ),
        ]
  })

const links = ({ links: found }: Facts) =>
  found
    .filter(({ isBroken }) => isBroken)
    .map((at) => block(at, `The link to ${at.to} leads nowhere that visitors can see.`))

const shown = ({ shown: found }: Facts) =>
  found
    .filter(({ isPublic }) => !isPublic)
    .map((at) => advise(at, `${at.name} is not published: visitors do not see it here.`))

/** A text begins below the heading of its section, which is of level 1 or 2, and goes down one step at a time. */
const headings = ({ headings: texts }: Facts) =>
  texts.flatMap(({ levels, ...at }) => {
    let above = 1
    for (const level of levels) {
      if (level > above + 1) {
        const missing = `Heading ${above + 1}`
        return [advise(at, `A heading of level ${level} comes before any “${missing}” above it.`)]
      }
      above = level
    }
    return []
  })

const diagrams = ({ diagrams: drawn }: Facts) =>
  drawn
    .filter(({ hasWords }) => !hasWords)
    .map((at) => block(at, 'Say in words what the diagram shows, for whoever cannot see it.'))

const empty = ({ empty: parts }: Facts) =>
  parts.map((at) => advise(at, `${at.what} is empty: fill it in, or take it away.`))

const DEMO = {
  off: 'The demo is switched off: visitors cannot start it.',
  untested: 'Nobody has tried the commands of the demo yet.',
  failed: 'The demo did not do what it promises when it was last tried.',
} as const satisfies Partial<Record<DemoState, string>>

const demo = ({ demo: chosen }: Facts) =>
  chosen && chosen.state !== 'works' ? [advise(chosen, DEMO[chosen.state])] : []

const translation = ({ untranslated = [] }: Facts) =>
  untranslated
    .filter(({ texts }) => texts > 0)
    .map(({ language, instead, texts, ...at }) =>
      advise(
        at,
        `${texts === 1 ? 'One text is' : `${texts} texts are`} not in ${language} yet: readers of it get ${instead}.`,
      ),
    )

const RULES: Record<string, (facts: Facts) => Finding[]> = {
  needed,
  picture: pictures,
  diagram: diagrams,
  link: links,
  heading: headings,
  empty,
  shown,
  demo,
  translation,
  title: (facts) => lengthOf('title', facts),
  description: (facts) => lengthOf('description', facts),
}

/** What is missing, what blocks first; nothing when all is right. The same finding in one place is told once. */
export const check = (facts: Facts): Item[] => {
  const items = new Map<string, Item>()
  for (const [rule, judge] of Object.entries(RULES)) {
    for (const finding of judge(facts)) {
      const id = `${rule}:${finding.where.path}:${finding.message}`
      items.set(id, { id, rule, ...finding })
    }
  }
  const all = [...items.values()]
  return [
    ...all.filter(({ level }) => level === 'blocks'),
    ...all.filter(({ level }) => level === 'advice'),
  ]
}
