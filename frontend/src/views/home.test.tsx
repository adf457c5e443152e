import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { experienceSummarySchema } from '../cms/shapes/experience.ts'
import { technologySchema } from '../cms/shapes/parts.ts'
import { projectSummarySchema } from '../cms/shapes/project.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import { Speaks } from '../i18n/context.tsx'
import { CONTENT } from '../testing/content.ts'
import { Home, type HomeProps } from './home.tsx'

const site = siteSchema.parse(CONTENT.site)
const featured = CONTENT.projects.map((project) => projectSummarySchema.parse(project))
const experiences = CONTENT.experiences.map((one) => experienceSummarySchema.parse(one))
const technologies = CONTENT.technologies.map((one) => technologySchema.parse(one))

const draw = (more: Partial<HomeProps['content']> = {}, who = site) =>
  renderToStaticMarkup(
    <Home
      site={who}
      content={{ page: 'home', featured, experiences, technologies, activity: null, ...more }}
    />,
  )

test('what runs is shown with the first thing to type, and leads to its terminal', () => {
  const html = draw()
  expect(html).toContain('<code>./philo 5 800 200 200 7</code>')
  expect(html).toContain('href="/projects/philosophers#terminal"')
})

test('skills are technologies of projects, by category, each leading to its list with its number', () => {
  const html = draw({
    technologies: [
      { name: 'Make', slug: 'make', category: 'tool', icon: null, projects: 2 },
      { name: 'C', slug: 'c', category: 'language', icon: null, projects: 3 },
      { name: 'Ada', slug: 'ada', category: 'language', icon: null, projects: 0 },
    ],
  })
  expect(html.indexOf('Languages')).toBeLessThan(html.indexOf('Tools'))
  expect(html).toContain('<a href="/projects/technology/c">C</a>')
  expect(html).toContain('3 projects')
  expect(html).not.toContain('Ada')
})

test('positions are told in brief', () => {
  const [first] = experiences
  expect(draw()).toContain(`href="/experiences/${first?.slug}"`)
  expect(draw({ experiences: [] })).not.toContain('id="experience"')
})

test('a heading and actions of the owner’s own stand first, with one action to take', () => {
  const hero = { heading: 'I build small things', actions: [{ label: 'Résumé', href: '/resume' }] }
  const html = renderToStaticMarkup(
    <Speaks language="fr">
      <Home
        site={{ ...site, hero }}
        content={{ page: 'home', featured: [], experiences: [], technologies: [], activity: null }}
      />
    </Speaks>,
  )
  expect(html).toContain('<h1>I build small things</h1>')
  expect(html).toContain('Noor Halden, Systems programmer')
  expect(html).toContain('<a class="button" href="/fr/resume">Résumé</a>')
  expect(html.match(/class="button"/g)).toHaveLength(1)
})
