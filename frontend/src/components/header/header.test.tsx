import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { siteSchema } from '../../cms/shapes.ts'
import { Header } from './header.tsx'

const site = siteSchema.parse({
  name: 'Noor',
  navigation: [
    { label: 'Projects', href: '/projects' },
    { label: 'Broken', href: 'javascript:alert(1)' },
  ],
})

test('the place we are in is marked, the page itself and what lies below it', () => {
  expect(renderToStaticMarkup(<Header site={site} path="/projects" />)).toContain(
    '<a href="/projects" aria-current="page">',
  )
  expect(renderToStaticMarkup(<Header site={site} path="/projects/x" />)).toContain(
    '<a href="/projects" aria-current="true">',
  )
})

test('a link that would run script is not there', () => {
  expect(renderToStaticMarkup(<Header site={site} path="/" />)).not.toMatch(/Broken|javascript/)
})

test('without a CMS the header still leads to the projects', () => {
  expect(renderToStaticMarkup(<Header site={null} path="" />)).toContain('href="/projects"')
})
