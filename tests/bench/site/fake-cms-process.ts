// Run as a process of its own, so that its work is not the site's: a CMS that answers at once, with as many projects as wanted.
import { CONTENT } from '../../../frontend/src/testing/content.ts'
import { startFakeCms } from '../../../frontend/src/testing/fake-cms.ts'

const cms = await startFakeCms()
const count = Number(process.env.BENCH_PROJECTS)
const [model, ...others] = CONTENT.projects
cms.content.projects = [
  ...CONTENT.projects,
  ...Array.from({ length: Math.max(0, count - 1 - others.length) }, (_, index) => ({
    ...model,
    id: `n${index}`,
    title: `Project ${index}`,
    slug: `project-${index}`,
    updatedAt: '2026-10-01T10:00:00.000Z',
  })),
]
Object.assign(cms.content.site, { languages: ['en', 'fr'] })
// What it was asked is of no interest, and would grow for ever.
setInterval(() => {
  cms.seen.length = 0
}, 1000)

/** The new title of the first project. */
process.on('message', (title: string) => {
  Object.assign(cms.content.projects[0] ?? {}, { title })
  process.send?.('changed')
})
process.send?.(cms.url)
