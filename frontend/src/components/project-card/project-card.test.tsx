import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { projectSummarySchema } from '../../cms/shapes/project.ts'
import { CONTENT } from '../../testing/content.ts'
import { ProjectCard } from './project-card.tsx'

const philosophers = projectSummarySchema.parse(CONTENT.projects[0])
const bare = projectSummarySchema.parse(CONTENT.projects[3])

test('a card is one link, named by the title alone', () => {
  const html = renderToStaticMarkup(<ProjectCard project={philosophers} />)
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).toContain(
    '<a class="whole-link" href="/projects/philosophers">Dining philosophers</a>',
  )
  expect(html).toContain('Runs here')
})

test('a card without picture, facts or sentence has a plate and no empty parts', () => {
  const html = renderToStaticMarkup(<ProjectCard project={bare} />)
  expect(html).toContain('card-plate')
  expect(html).not.toMatch(/card-facts|card-summary|tags|<img/)
})
