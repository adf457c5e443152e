// Diagrams in a real CMS: what is stored is clean and belongs to its source, and the job draws what came without drawing.
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { DRAW } from '../../cms/src/diagrams/queue.ts'
import { sourceMark } from '../../cms/src/diagrams/source-mark.ts'
import { drawDiagramsTask } from '../../cms/src/diagrams/task.ts'
import { DIAGRAM } from '../../cms/src/limits.ts'
import type { Project } from '../../cms/src/payload-types.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())

const SOURCE = 'flowchart LR\n  shell --> kernel'
const HOSTILE =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><rect width="1"/></svg>'

type Diagram = NonNullable<Project['diagrams']>[number]
type Part = Partial<Diagram>

const diagram = (more: Part): Diagram => ({
  kind: 'mermaid',
  textAlternative: 'A shell that talks to a kernel.',
  ...more,
})

let count = 0
const save = (parts: Part[], more: { id?: string; draft?: boolean } = {}) => {
  const data = {
    diagrams: parts.map(diagram),
    _status: more.draft ? 'draft' : 'published',
  } as const
  const common = {
    collection: 'projects',
    overrideAccess: true,
    draft: more.draft ?? false,
  } as const
  count += 1
  return more.id
    ? cms.payload.update({ ...common, id: more.id, data })
    : cms.payload.create({
        ...common,
        data: { title: `Project ${count}`, summary: 'S.', kind: 'personal', ...data } as never,
      })
}

const read = (id: string, draft = false) =>
  cms.payload.findByID({ collection: 'projects', id, draft, overrideAccess: true, depth: 0 })

const first = ({ diagrams }: Pick<Project, 'diagrams'>) => diagrams![0]!

const runJobs = () =>
  cms.payload.jobs.run({ queue: DRAW, overrideAccess: true, silent: true, limit: 50 })

const waitingJobs = async (id: string) => {
  const { totalDocs } = await cms.payload.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { queue: { equals: DRAW } },
        { 'input.document': { equals: id } },
        { completedAt: { exists: false } },
      ],
    },
    overrideAccess: true,
  })
  return totalDocs
}

const versionsOf = async (id: string) =>
  (
    await cms.payload.findVersions({
      collection: 'projects',
      where: { parent: { equals: id } },
      overrideAccess: true,
      depth: 0,
    })
  ).docs.map((version) => `${version.id} ${version.updatedAt}`)

/** Processes of a browser that this process started. */
const browsers = async (): Promise<string[]> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(
    ids.map(async (id) => {
      const [command, stat] = await Promise.all(
        ['cmdline', 'stat'].map((name) => readFile(`/proc/${id}/${name}`, 'utf8').catch(() => '')),
      )
      const parent = Number(stat!.slice(stat!.lastIndexOf(')') + 2).split(' ')[1])
      return parent === process.pid && /chrom/.test(command!) ? [command!] : []
    }),
  )
  return lines.flat()
}

describe('what is stored', () => {
  test('of a hostile SVG is its clean part, as source and as drawing', async () => {
    const { id } = await save([{ kind: 'svg', source: HOSTILE }])
    const { source, lightSvg, darkSvg } = first(await read(id))
    expect(source).toMatch(/^<svg [^>]*><rect width="1"\/><\/svg>$/)
    expect(source).not.toMatch(/onload|script/)
    expect(lightSvg).toBe(source)
    expect(darkSvg).toBeNull()
  })

  test('of drawings that an editor sends is their clean part, and only where they belong to the source', async () => {
    const drawn = { source: SOURCE, lightSvg: HOSTILE, darkSvg: HOSTILE }
    const { id } = await save([
      { ...drawn, drawnFrom: sourceMark('mermaid', SOURCE) },
      { ...drawn, drawnFrom: sourceMark('mermaid', 'something else') },
      drawn,
      { ...drawn, kind: 'ascii', drawnFrom: sourceMark('ascii', SOURCE) },
    ])
    const [kept, ...others] = (await read(id)).diagrams!
    expect(kept).toMatchObject({
      lightSvg: expect.stringContaining('<rect'),
      drawnFrom: expect.any(String),
    })
    expect(`${kept!.lightSvg}${kept!.darkSvg}`).not.toMatch(/alert/)
    for (const other of others)
      expect(other).toMatchObject({ lightSvg: null, darkSvg: null, drawnFrom: null })
  })

  test('may be a drawing as large as any, with which its document is published', async () => {
    // What cleaning adds is less than a hundred characters.
    const words = 'k'.repeat(DIAGRAM.maxDrawingCharacters - 200)
    const large = `<svg xmlns="http://www.w3.org/2000/svg"><text>${words}</text></svg>`
    const drawnFrom = sourceMark('mermaid', SOURCE)
    const { id } = await save([{ source: SOURCE, lightSvg: large, darkSvg: large, drawnFrom }])
    const { _status, ...kept } = await read(id)
    expect(_status).toBe('published')
    expect(first(kept).lightSvg).toContain(words)
    expect(first(kept).darkSvg).toContain(words)

    const tooLarge = large.replace(words, `${words}${'k'.repeat(200)}`)
    const over = { source: SOURCE, lightSvg: tooLarge, darkSvg: large, drawnFrom }
    await expect(save([over])).rejects.toMatchObject({
      data: { errors: [{ path: 'diagrams.0.lightSvg' }] },
    })
  })

  test('is nothing when an SVG cannot be kept: a draft waits for a better one, publishing is refused', async () => {
    const source = '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'
    const { id } = await save([{ kind: 'svg', source }], { draft: true })
    expect(first(await read(id, true))).toMatchObject({ source, lightSvg: null })
    await expect(save([{ kind: 'svg', source }], { id })).rejects.toMatchObject({
      data: {
        errors: [
          { path: 'diagrams.0.source', message: expect.stringContaining('Look at line 1.') },
        ],
      },
    })
  })

  test('needs words, and a source or a picture', async () => {
    await expect(
      save([{ textAlternative: '', source: SOURCE }, {}, { kind: 'image' }]),
    ).rejects.toMatchObject({
      data: {
        errors: expect.arrayContaining(
          ['0.textAlternative', '1.source', '2.image'].map((path) =>
            expect.objectContaining({ path: `diagrams.${path}` }),
          ),
        ),
      },
    })
  })
})

describe('the job', () => {
  test('draws a source that came without drawing, in both themes, and is gone with its browser', async () => {
    const { id } = await save([{ source: SOURCE }])
    expect(await waitingJobs(id)).toBe(1)
    const before = [await versionsOf(id), (await read(id)).updatedAt]
    await runJobs()
    const { lightSvg, darkSvg, drawError } = first(await read(id))
    expect(drawError).toBeNull()
    expect(lightSvg).toMatch(/^<svg [^>]*>.*kernel.*<\/svg>$/s)
    expect(darkSvg).toMatch(/kernel/)
    expect(darkSvg).not.toBe(lightSvg)
    expect(lightSvg).not.toMatch(/foreignObject|<script|http:\/\/(?!www\.w3\.org)/)
    expect([await versionsOf(id), (await read(id)).updatedAt]).toEqual(before)
    expect(first(await read(id, true))).toMatchObject({ lightSvg, darkSvg })
    await eventually('no browser is left', async () => (await browsers()).length === 0)
  })

  test('draws what is published and what is drafted, each by its own source', async () => {
    const { id } = await save([{ source: SOURCE }])
    await save([{ source: 'flowchart LR\n  draft --> kernel' }], { id, draft: true })
    expect(await waitingJobs(id)).toBe(1)
    await runJobs()
    expect(first(await read(id)).lightSvg).toMatch(/shell/)
    expect(first(await read(id, true)).lightSvg).toMatch(/draft/)
  })

  test('a source that changes loses its drawing until it is drawn again', async () => {
    const { id } = await save([{ source: SOURCE }])
    await runJobs()
    const { id: row } = first(await read(id))
    await save([{ id: row!, source: 'flowchart LR\n  other --> kernel' }], { id })
    expect(first(await read(id))).toMatchObject({ lightSvg: null, darkSvg: null, drawnFrom: null })
    await runJobs()
    expect(first(await read(id)).lightSvg).toMatch(/other/)
  })

  test('says what is wrong with a source, with the line, and does not try again until it changes', async () => {
    const { id } = await save([{ source: '%% a comment\nflowchart TD\n  a --> b\n  b -->|x c' }])
    await runJobs()
    const { lightSvg, drawError, id: row, source } = first(await read(id))
    expect(lightSvg).toBeNull()
    expect(drawError).toMatch(/^Line 4: /)
    await save([{ ...first(await read(id)), id: row!, source: source! }], { id })
    expect(first(await read(id)).drawError).toBe(drawError)
    expect(await waitingJobs(id)).toBe(0)
  })

  test('draws a block of a text as it draws a row, and what came with the block is gone', async () => {
    const fields = {
      id: '65f000000000000000000001',
      blockName: '',
      blockType: 'diagram',
      ...diagram({ source: SOURCE, lightSvg: HOSTILE, darkSvg: HOSTILE }),
    }
    const block = { type: 'block', version: 2, format: '', fields }
    const root = { type: 'root', version: 1, direction: null, format: '', indent: 0 }
    const { id } = await cms.payload.create({
      collection: 'projects',
      data: {
        title: 'With a block',
        summary: 'It works.',
        kind: 'personal',
        _status: 'published',
        body: { root: { ...root, children: [block] } },
      } as never,
      overrideAccess: true,
    })
    const stored = async () => JSON.stringify((await read(id)).body)
    expect(await stored()).not.toMatch(/alert/)
    await runJobs()
    expect(await stored()).toMatch(/"lightSvg":"<svg .*kernel/)
  })

  test('keeps no drawing that came with a block, whatever id that has or has not', async () => {
    const block = (id?: string) => ({
      type: 'block',
      version: 2,
      format: '',
      fields: {
        ...(id ? { id } : {}),
        blockType: 'diagram',
        ...diagram({ source: SOURCE, lightSvg: HOSTILE, darkSvg: HOSTILE }),
      },
    })
    const root = { type: 'root', version: 1, direction: null, format: '', indent: 0 }
    const { id } = await cms.payload.create({
      collection: 'projects',
      data: {
        title: 'With blocks',
        kind: 'personal',
        summary: 'What came of it.',
        _status: 'published',
        body: { root: { ...root, children: [block('same'), block('same'), block()] } },
      } as never,
      overrideAccess: true,
    })
    expect(JSON.stringify((await read(id)).body)).not.toMatch(/alert/)
  })

  test('says so where there is no browser, and leaves the diagram as text', async () => {
    const { id } = await save([{ source: SOURCE }])
    const { handler } = drawDiagramsTask({ chromiumPath: '/nowhere/chromium' })
    const req = await createLocalReq({}, cms.payload)
    const input = { collection: 'projects', document: id }
    await (handler as (args: unknown) => Promise<unknown>)({ input, req })
    const { lightSvg, source, drawError } = first(await read(id))
    expect({ lightSvg, source }).toEqual({ lightSvg: null, source: SOURCE })
    expect(drawError).toMatch(/no Chromium at CHROMIUM_PATH/)
  })

  test('a drawing neither runs nor fetches what its source says', async () => {
    const source = `flowchart TD\n  a["<img src=x onerror=alert(1)>"] --> b["<script>alert(1)</script>"]\n  click a "javascript:alert(1)"`
    const { id } = await save([{ source }])
    await runJobs()
    const { lightSvg } = first(await read(id))
    expect(lightSvg).toMatch(/^<svg/)
    expect(lightSvg).not.toMatch(/<(?:img|script|a)\b|href="(?!#)/)
  })
})
