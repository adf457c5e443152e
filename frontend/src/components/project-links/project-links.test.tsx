import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { projectSchema } from '../../cms/shapes/project.ts'
import { CONTENT } from '../../testing/content.ts'
import { ProjectLinks } from './project-links.tsx'

const project = projectSchema.parse(CONTENT.projects[0])
const nowhere = { live: null, source: null, video: null }

const linksOf = (more: Partial<typeof project>) => {
  const html = renderToStaticMarkup(<ProjectLinks project={{ ...project, ...more }} />)
  return [...html.matchAll(/href="([^"]+)"[^>]*>([^<]+)/g)].map(([, href, text]) => [text, href])
}

test('source that can be read here stands beside the demo, and the repository beside it', () => {
  expect(linksOf({ hasSource: true })).toEqual([
    ['Run it', '#terminal'],
    ['Source', '/projects/philosophers/source'],
    ['Repository', 'https://example.com/philosophers'],
  ])
})

test('a repository alone is the source', () => {
  expect(linksOf({ hasSource: false, demo: null })).toEqual([
    ['Source', 'https://example.com/philosophers'],
  ])
})

test('without anything to do nothing is drawn, nor a link that leads to a list', () => {
  const bare = { demo: null, links: nowhere }
  expect(linksOf({ ...bare, hasSource: false })).toEqual([])
  expect(linksOf({ ...bare, hasSource: true, slug: 'kind' })).toEqual([])
})
