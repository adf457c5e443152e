// Run as a process of its own: fills an empty database with projects and technologies like those of a large portfolio.
import { getPayload } from 'payload'
import { closePayload } from '../../../cms/src/close-payload.ts'
import { migrate } from '../../../cms/src/migrate.ts'
import { ensureOwner } from '../../../cms/src/owner.ts'
import config from '../../../cms/src/payload.config.ts'
import { png, tarGz } from '../../support/files.ts'

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

const inBatches = async (count: number, make: (index: number) => Promise<unknown>) => {
  for (let at = 0; at < count; at += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - at)
    await Promise.all(Array.from({ length: size }, (_, each) => make(at + each)))
  }
}

// Thousands of the simplest documents there are: through Payload they would take minutes.
const { rows } = await payload.db.pool.query<{ id: string }>(
  `insert into "technologies" ("name", "slug", "category", "order")
   select 'Technology ' || n, 'technology-' || n, 'library', n from generate_series(1, $1::int) n
   returning "id"`,
  [TECHNOLOGIES],
)
const technologies = rows.map(({ id }) => id)
const { id: cover } = await payload.create({
  collection: 'media',
  data: { alt: 'A window with two panes' },
  file: await png('cover.png', 1000, 500),
  overrideAccess: true,
})
const { id: archive } = await payload.create({
  collection: 'archives',
  data: {},
  file: await tarGz('demo.tar.gz', { 'main.c': 'int main;' }),
  overrideAccess: true,
})
const { id: demo } = await payload.create({
  collection: 'demos',
  data: {
    title: 'Shell',
    archive,
    toolchain: 'c',
    mode: 'shell',
    commands: [{ label: 'Build', command: 'make' }],
    enabled: true,
  },
  overrideAccess: true,
})
const { id: experience } = await payload.create({
  collection: 'experiences',
  data: {
    company: 'Harbour office',
    role: 'Engineer',
    slug: 'harbour-office',
    period: { start: '2024-01-01' },
    _status: 'published',
  },
  overrideAccess: true,
})
let newest: string | undefined
await inBatches(PROJECTS, async (index) => {
  const { id } = await payload.create({
    collection: 'projects',
    data: {
      title: `Project ${index}`,
      slug: `project-${index}`,
      kind: 'personal',
      summary: words(2),
      cover,
      problem: words(6),
      challenges: words(6),
      lessons: words(6),
      technologies: technologies.slice(index % 50, (index % 50) + USED),
      ...(index % 5 === 0 ? { demo, experience } : {}),
      ...(newest ? { related: [newest] } : {}),
      features: Array.from({ length: 5 }, () => ({ text: words(1) })),
      stats: Array.from({ length: 3 }, () => ({ value: '3×', label: 'faster' })),
      installSteps: Array.from({ length: 3 }, () => ({ title: 'Build', command: 'make' })),
      galleries: [{ name: 'Views', images: [{ media: cover, caption: 'One' }] }],
      order: index,
      body,
      _status: 'published',
    } as never,
    overrideAccess: true,
  })
  newest = id
})
// What these changes had to tell the site is none of the bench's business.
await payload.db.pool.query('delete from "webhook_deliveries"')
await closePayload(payload)
