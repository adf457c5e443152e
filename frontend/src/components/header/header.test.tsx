import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { siteSchema } from '../../cms/shapes/site.ts'
import { Speaks } from '../../i18n/context.tsx'
import { PROJECTS } from '../../routes.ts'
import { Header } from './header.tsx'

const site = siteSchema.parse({
  name: 'Noor',
  navigation: [
    { label: 'Projects', href: '/projects' },
    { label: 'Broken', href: 'javascript:alert(1)' },
  ],
})

test('the place we are in is marked, the page itself and what lies below it', () => {
  expect(renderToStaticMarkup(<Header site={site} place={PROJECTS} />)).toContain(
    '<a href="/projects" aria-current="page">',
  )
  expect(
    renderToStaticMarkup(<Header site={site} place={{ page: 'project', slug: 'x' }} />),
  ).toContain('<a href="/projects" aria-current="true">')
})

test('a link that would run script is not there', () => {
  expect(renderToStaticMarkup(<Header site={site} place={{ page: 'home' }} />)).not.toMatch(
    /Broken|javascript/,
  )
})

test('without a CMS the header still leads to the projects', () => {
  expect(renderToStaticMarkup(<Header site={null} place={{ page: 'missing' }} />)).toContain(
    'href="/projects"',
  )
})

test('in another language the same parts have addresses in it', () => {
  const html = renderToStaticMarkup(
    <Speaks language="fr">
      <Header site={site} place={PROJECTS} />
    </Speaks>,
  )
  expect(html).toContain('<a href="/fr/projects" aria-current="page">Projects</a>')
  expect(html).toContain('href="/fr"')
})
