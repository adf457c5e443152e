// Run as a process of its own: fills an empty database with projects and technologies like those of a large portfolio.
import { getPayload } from 'payload'
import { closePayload } from '../../../cms/src/close-payload.ts'
import { migrate } from '../../../cms/src/migrate.ts'
import { ensureOwner } from '../../../cms/src/owner.ts'
import config from '../../../cms/src/payload.config.ts'

const PROJECTS = Number(process.env.BENCH_PROJECTS)
const TECHNOLOGIES = Number(process.env.BENCH_TECHNOLOGIES)
/** Of each project. */
const USED = 6
const AT_ONCE = 8

const words = (count: number) => 'A sentence that says something about the work. '.repeat(count)

const paragraph = (text: string) => ({
  type: 'paragraph',
  format: '',
  indent: 0,
  version: 1,
  direction: 'ltr',
  textFormat: 0,
  children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
})

const body = {
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: Array.from({ length: 12 }, () => paragraph(words(8))),
  },
}

const payload = await getPayload({ config })
await migrate(payload)
await ensureOwner(payload)

const inBatches = async (count: number, make: (index: number) => Promise<string>) => {
  const ids: string[] = []
  for (let at = 0; at < count; at += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - at)
    ids.push(...(await Promise.all(Array.from({ length: size }, (_, each) => make(at + each)))))
  }
  return ids
}

const technologies = await inBatches(TECHNOLOGIES, async (index) => {
  const { id } = await payload.create({
    collection: 'technologies',
    data: {
      name: `Technology ${index}`,
      slug: `technology-${index}`,
      category: 'library',
      order: index,
    },
    overrideAccess: true,
  })
  return id
})
await inBatches(PROJECTS, async (index) => {
  const { id } = await payload.create({
    collection: 'projects',
    data: {
      title: `Project ${index}`,
      slug: `project-${index}`,
      kind: 'personal',
      summary: words(2),
      problem: words(6),
      challenges: words(6),
      lessons: words(6),
      technologies: technologies.slice(index % 50, (index % 50) + USED),
      features: Array.from({ length: 5 }, () => ({ text: words(1) })),
      stats: Array.from({ length: 3 }, () => ({ value: '3×', label: 'faster' })),
      installSteps: Array.from({ length: 3 }, () => ({ title: 'Build', command: 'make' })),
      order: index,
      body,
      _status: 'published',
    } as never,
    overrideAccess: true,
  })
  return id
})
// What these changes had to tell the site is none of the bench's business.
await payload.delete({ collection: 'payload-jobs', where: {}, overrideAccess: true })
await closePayload(payload)
