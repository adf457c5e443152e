import { describe, expect, test } from '@jest/globals'
import { resumeSchema } from '../cms/shapes/resume.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import { speakingOf } from '../i18n/speaking.ts'
import { CONTENT } from '../testing/content.ts'
import { resumeOutline } from './outline.ts'

const site = siteSchema.parse(CONTENT.site)
const resume = resumeSchema.parse(CONTENT.resume)
const outline = resumeOutline(site, resume, speakingOf('en'))

/** Every text in `value` that is meant for people. */
const words = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(words)
}

describe('the outline of the résumé', () => {
  test('says everything that the résumé holds, in the order in which it is read', () => {
    expect(outline.sections.map(({ id }) => id)).toEqual([
      'experience',
      'projects',
      'education',
      'certificates',
      'skills',
      'languages',
      'interests',
    ])
    const written = words(outline).join('\n')
    const { education, certificates, skills, languages, interests } = CONTENT.resume
    const said = [
      CONTENT.resume.experiences.map(({ company, role, subtitle }) => [company, role, subtitle]),
      education.map(({ institution, area, studyType, score, courses }) => [
        institution,
        area,
        studyType,
        score,
        courses,
      ]),
      certificates.map(({ name, issuer }) => [name, issuer]),
      skills.map(({ name, level, technologies }) => [name, level, technologies.map((t) => t.name)]),
      languages,
      interests,
    ]
    for (const text of words(said)) expect(written).toContain(text)
  })

  test('tells a position by when, where and what came of it', () => {
    expect(outline.sections[0]?.entries[0]).toEqual({
      title: 'Systems programmer',
      href: '/experiences/harbour-office',
      where: 'Harbour Office · Rotterdam',
      when: 'Since Feb 2023',
      text: 'The clocks that the port runs on.',
      points: ['3 ms largest difference: It was 4 s.'],
      tags: ['C', 'Python'],
    })
  })

  test('is in the language of its page', () => {
    const french = resumeOutline(site, resume, speakingOf('fr'))
    expect(french.sections.map(({ heading }) => heading)).toContain('Formation')
    expect(french.sections[0]?.entries[0]).toMatchObject({
      href: '/fr/experiences/harbour-office',
      when: 'Depuis févr. 2023',
    })
  })

  test('writes ways to reach the owner as people read them', () => {
    expect(outline.contacts).toEqual([
      { label: 'Rotterdam', href: null },
      { label: 'noor@example.com', href: 'mailto:noor@example.com' },
      { label: '+31 10 555 0123', href: 'tel:+31105550123' },
      { label: 'example.com', href: 'https://example.com' },
      { label: 'example.com/github', href: 'https://example.com/github' },
    ])
  })

  test('of an empty résumé has no sections, and takes from the site what it can', () => {
    const empty = resumeSchema.parse({ contact: {} })
    const { sections, headline, name } = resumeOutline(site, empty, speakingOf('en'))
    expect(sections).toEqual([])
    expect([name, headline]).toEqual(['Noor Halden', 'Systems programmer'])
  })
})
