import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { checkRule, testRules } from '@shellfolio/terminal-service/rules'
import { imagePath } from '../images.ts'
import { content } from './index.ts'

const { demos, experiences, media, pages, projects, resume, site, technologies } = content
const files = new Set(media.map(({ file }) => file))
const slugs = new Set(projects.map(({ slug }) => slug))
const keys = new Set(demos.map(({ key }) => key))
const names = new Set(technologies.map(({ slug }) => slug))

describe('the sample portfolio', () => {
  test('has no two things of the same name', () => {
    expect(slugs.size).toBe(projects.length)
    expect(keys.size).toBe(demos.length)
    expect(files.size).toBe(media.length)
    expect(names.size).toBe(technologies.length)
  })

  test.each(media)('$file is there and says what it shows', ({ file, alt }) => {
    expect(existsSync(imagePath(file))).toBe(true)
    expect(alt.length).toBeGreaterThan(20)
  })

  test.each(projects)('$slug refers only to what exists', (project) => {
    const { cover, demo, galleries = [], related = [], technologies: used = [], seo } = project
    const papers = (project.documents ?? []).map(({ file }) => file)
    const images = galleries.flatMap(({ images: list }) => list.map(({ media: file }) => file))
    for (const file of [cover, seo?.image, ...images, ...papers]) {
      if (file !== undefined) expect(files).toContain(file)
    }
    if (demo !== undefined) expect(keys).toContain(demo)
    for (const slug of related) expect(slugs).toContain(slug)
    for (const slug of used) expect(names).toContain(slug)
  })

  test.each(experiences)('$slug refers only to what exists', (experience) => {
    const { documents = [], technologies: used = [] } = experience
    for (const { file } of documents) if (file !== undefined) expect(files).toContain(file)
    for (const slug of used) expect(names).toContain(slug)
  })

  test('has a position that goes on, one that is over, and projects of it', () => {
    const ends = experiences.map(({ period }) => period.end !== undefined)
    expect(ends.sort()).toEqual([false, true])
    const positions = new Set(experiences.map(({ slug }) => slug))
    const named = projects.flatMap(({ experience }) => experience ?? [])
    expect(named.length).toBeGreaterThan(0)
    for (const slug of [...named, ...(resume.experiences ?? [])]) expect(positions).toContain(slug)
    for (const slug of resume.projects ?? []) expect(slugs).toContain(slug)
    for (const { technologies: used } of resume.skills ?? []) {
      for (const slug of used) expect(names).toContain(slug)
    }
  })

  test('has a page whose blocks refer only to what exists', () => {
    expect(pages.length).toBeGreaterThan(0)
    for (const block of pages.flatMap(({ layout }) => layout)) {
      if (block.blockType === 'projectList') {
        for (const slug of block.projects) expect(slugs).toContain(slug)
      }
      if (block.blockType === 'technologyGroups') {
        for (const group of block.groups) {
          for (const slug of group.technologies) expect(names).toContain(slug)
        }
      }
    }
  })

  const listings = projects.flatMap(({ slug, demo, walkthrough = [] }) =>
    walkthrough.map((listing) => ({ slug, demo, ...listing })),
  )
  test.each(listings)('$slug: “$title” is what its source says', async ({ demo, code }) => {
    const folder = fileURLToPath(new URL(`../../projects/${demo}`, import.meta.url))
    const paths = await readdir(folder, { recursive: true, withFileTypes: true })
    const isIn = async (path: string) => (await readFile(path, 'utf8')).includes(code)
    const found = await Promise.all(
      paths
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => isIn(join(parentPath, name))),
    )
    expect(found).toContain(true)
  })

  test('shows a project without a demo and one with every field empty that may be', () => {
    expect(projects.filter(({ demo }) => demo === undefined).length).toBeGreaterThanOrEqual(2)
    const sketch = projects.find(({ slug }) => slug === 'untitled-sketch')
    expect(Object.keys(sketch ?? {}).sort()).toEqual(['kind', 'order', 'slug', 'summary', 'title'])
  })

  test('links to a picture for previews', () => {
    expect(files).toContain(site.seo?.image)
  })

  test.each(demos.flatMap(({ key, commands }) => commands.map((command) => ({ key, ...command }))))(
    '$key: the promise of "$label" is not met by typing the command alone',
    ({ command, expect: promised }) => {
      expect(command).not.toContain(promised)
      expect(promised).not.toBe('')
      expect(promised).not.toContain('\n')
    },
  )

  test('has a guided demo, and rules for guided demos only', () => {
    const guided = demos.filter(({ mode }) => mode === 'guided')
    expect(guided.length).toBeGreaterThan(0)
    expect(demos.filter(({ rules }) => rules !== undefined)).toEqual(guided)
  })

  test.each(demos.filter(({ mode }) => mode === 'guided'))(
    '$key: its rules are sound, allow what it suggests, and nothing else of a kind',
    ({ rules = [], commands }) => {
      expect(rules.map((rule) => checkRule(rule).ok)).toEqual(rules.map(() => true))
      const lines = commands.map(({ command }) => command)
      expect(testRules(rules, lines).filter(({ ok }) => !ok)).toEqual([])
      const refused = ['bash', 'sh -c ls', 'cat ../secret', 'make all', 'ls / src', 'ls; sh']
      expect(testRules(rules, refused).map(({ ok }) => ok)).toEqual(refused.map(() => false))
    },
  )
})
