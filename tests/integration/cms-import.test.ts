// Imports of what a former system exported: complete, repeatable, and never in the owner's way. The content is made up.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import type { Report } from '../../cms/src/import/report.ts'
import { type ImportOptions, runImport } from '../../cms/src/import/run.ts'
import type { Media, Project } from '../../cms/src/payload-types.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { runCmsProgram } from '../support/cms-program.ts'
import { png, tarGz } from '../support/files.ts'
import { fixture, HOSTILE, KETTLE } from '../support/import-samples.ts'

let cms: TestCms
let folder: string

const run = (rows: unknown, options: ImportOptions = {}): Promise<Report> =>
  runImport(cms.payload, [{ name: 'test.json', text: JSON.stringify(rows) }], {
    folder,
    ...options,
  })

const COLLECTIONS = [
  'projects',
  'experiences',
  'technologies',
  'media',
  'demos',
  'archives',
  'webhook-deliveries',
  'payload-jobs',
] as const

/** Every row with its time of change, and how many versions and entries of the log there are. */
const everything = async () => {
  const find = async (collection: CollectionSlug) => {
    const { docs } = await cms.payload.find({
      collection,
      depth: 0,
      pagination: false,
      draft: true,
      overrideAccess: true,
    })
    return docs
      .map((doc) => `${collection} ${doc.id} ${(doc as { updatedAt?: string }).updatedAt}`)
      .sort()
  }
  const versions = await cms.payload.countVersions({ collection: 'projects', overrideAccess: true })
  const log = await cms.payload.count({
    collection: 'audit-log' as CollectionSlug,
    overrideAccess: true,
  })
  return {
    rows: await Promise.all(COLLECTIONS.map(find)),
    versions: versions.totalDocs,
    log: log.totalDocs,
  }
}

const bySlug = async (slug: string, depth = 0): Promise<Project> => {
  const { docs } = await cms.payload.find({
    collection: 'projects',
    where: { slug: { equals: slug } },
    depth,
    draft: true,
    overrideAccess: true,
  })
  return docs[0] as Project
}

const outcomes = ({ rows }: Report) =>
  Object.fromEntries(rows.map(({ row, outcome }) => [row, outcome]))
const notesOf = ({ rows }: Report, key: string) =>
  rows.find(({ row }) => row === key)?.notes.join('\n') ?? ''

beforeAll(async () => {
  cms = await startTestCms()
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-import-'))
  for (const name of ['projects', 'galleries', 'archives']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'projects/kettle.png'), (await png('kettle.png', 8, 8)).data)
  await writeFile(join(folder, 'galleries/steam.png'), (await png('steam.png', 4, 9)).data)
  await writeFile(
    join(folder, 'archives/kettle.tar.gz'),
    (await tarGz('kettle.tar.gz', { 'kettle/kettle.c': 'int main(void) { return 0; }' })).data,
  )
  await symlink('/etc/passwd', join(folder, 'projects/link.png'))
})
afterAll(async () => {
  await cms?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('an import', () => {
  test('that is dry writes nothing, and says what it would do', async () => {
    const before = await everything()
    const report = await run(fixture(), { isDry: true })
    expect(report).toMatchObject({ isDry: true, totals: { made: 6, refused: 0 } })
    expect(notesOf(report, 'project:7')).toContain('galleries/lost.png')
    expect(await everything()).toEqual(before)
  })

  test('makes everything that the rows name, as drafts', async () => {
    const report = await run(fixture())
    expect(report.totals).toMatchObject({ made: 6, updated: 0, refused: 0 })
    const kettle = await bySlug('kettle', 1)
    expect(kettle).toMatchObject({
      _status: 'draft',
      title: 'Kettle',
      kind: 'school',
      score: 110,
      featured: true,
      importedFrom: 'project:7',
      features: [{ text: 'Whistles' }, { text: 'Boils', completion: 80 }],
      technologies: [
        { name: 'C', icon: 'c', category: 'language' },
        { name: 'postgresql', icon: 'postgresql' },
        { name: 'Steam gauge', category: 'tool' },
      ],
      diagrams: [{ kind: 'mermaid', textAlternative: 'Architecture of Kettle' }],
      stats: [{ value: '12', label: 'Cups' }],
      cover: { alt: 'Kettle', mimeType: 'image/png' },
      demo: {
        enabled: false,
        build: 'make',
        toolchain: 'c',
        commands: [{ command: 'make' }, { label: 'Run', command: './kettle 5' }],
      },
    })
    expect(kettle.galleries?.[0]?.images?.map(({ media }) => (media as Media).alt)).toEqual([
      'Steam over the stove',
    ])
    const { docs } = await cms.payload.find({
      collection: 'experiences',
      overrideAccess: true,
      draft: true,
    })
    expect(docs).toMatchObject([
      { company: 'Tinmill', importedFrom: 'internship:1', _status: 'draft' },
    ])
    expect((await bySlug('lid')).experience).toBe(docs[0]?.id)
    // No spelling of a name makes a second technology.
    expect(
      (await cms.payload.count({ collection: 'technologies', overrideAccess: true })).totalDocs,
    ).toBe(3)
  })

  test('turns Markdown into the text of the editor, without what readers must not get', async () => {
    const { body } = await bySlug('kettle')
    const nodes = body?.root.children as {
      type: string
      tag?: string
      children?: { type: string; text?: string }[]
    }[]
    expect(nodes.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'block'])
    expect(nodes[0]).toMatchObject({ tag: 'h2' })
    const text = JSON.stringify(body)
    expect(text).toContain('https://example.com/notes')
    expect(text).toContain('int main(void) { return 0; }')
    expect(text).not.toMatch(/javascript:|steal/)
  })

  test('says of every row what becomes of it, also of those that are part of another', async () => {
    const { rows } = await run(fixture(), { isDry: true })
    const names = ['project:7', 'internship:1', 'internship-project:3']
    const parts = [4, 5, 6].map((row) => `test.json row ${row}`)
    expect(rows.map(({ row }) => row).sort()).toEqual([...names, ...parts].sort())
  })

  test('that is done again changes nothing', async () => {
    const before = await everything()
    const report = await run(fixture())
    expect(report.totals).toMatchObject({ made: 0, updated: 0, unchanged: 6, refused: 0 })
    expect(await everything()).toEqual(before)
  })

  test('brings what changed in the export, and only that', async () => {
    const report = await run(fixture({ ...KETTLE, challenges: 'The spout.' }))
    expect(outcomes(report)).toMatchObject({
      'project:7': 'updated',
      'internship-project:3': 'unchanged',
      'internship:1': 'unchanged',
    })
    expect(await bySlug('kettle')).toMatchObject({ challenges: 'The spout.', _status: 'draft' })
    expect(
      (await cms.payload.count({ collection: 'projects', overrideAccess: true })).totalDocs,
    ).toBe(2)
    expect((await cms.payload.count({ collection: 'demos', overrideAccess: true })).totalDocs).toBe(
      1,
    )
  })

  test('is in the log as an import', async () => {
    const { docs } = await cms.payload.find({
      collection: 'audit-log' as CollectionSlug,
      where: { action: { equals: 'import' } },
      pagination: false,
      overrideAccess: true,
    })
    const summaries = docs.map((doc) => (doc as unknown as { summary: string }).summary)
    expect(summaries).toContainEqual(expect.stringContaining('imported the project “Kettle”'))
    const { totalDocs } = await cms.payload.count({
      collection: 'audit-log' as CollectionSlug,
      where: { action: { not_equals: 'import' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  test('leaves alone what somebody has edited, unless it is told to overwrite', async () => {
    const { id } = await bySlug('kettle')
    await cms.payload.update({
      collection: 'projects',
      id,
      data: { summary: 'My own words.' },
      draft: true,
      overrideAccess: true,
    })
    const changed = fixture({ ...KETTLE, challenges: 'The lid.' })
    const report = await run(changed)
    expect(report.rows).toContainEqual(
      expect.objectContaining({
        row: 'project:7',
        outcome: 'left alone',
        why: 'changed here since',
      }),
    )
    expect(await bySlug('kettle')).toMatchObject({
      summary: 'My own words.',
      challenges: 'The spout.',
    })
    expect(outcomes(await run(changed, { isOverwriting: true }))).toMatchObject({
      'project:7': 'updated',
    })
    const { summary, challenges } = await bySlug('kettle')
    expect(challenges).toBe('The lid.')
    expect(summary).not.toBe('My own words.')
    expect(outcomes(await run(changed))).toMatchObject({ 'project:7': 'unchanged' })
  })

  test('publishes what was public when it is asked to, once', async () => {
    const changed = fixture({ ...KETTLE, challenges: 'The lid.' })
    expect((await run(changed, { isPublishing: true })).totals).toMatchObject({ updated: 6 })
    expect((await bySlug('kettle'))._status).toBe('published')
    expect((await run(changed, { isPublishing: true })).totals).toMatchObject({ unchanged: 6 })
    expect((await run(changed)).totals).toMatchObject({ unchanged: 6 })
    const { body } = await cms.rest('/projects?where[slug][equals]=kettle&depth=0')
    const [seen] = (body as { docs: Record<string, unknown>[] }).docs
    expect(seen).toMatchObject({ title: 'Kettle' })
    expect(seen).not.toHaveProperty('importedFrom')
    expect(seen).not.toHaveProperty('importMark')
  })

  test('knows a row again in an export without numbers', async () => {
    const report = await run([{ title: 'Lid', slug: 'lid', company: 'Tinmill' }])
    // That one was part of a position; this is a project of its own.
    expect(report.rows).toMatchObject([{ row: 'project:lid', outcome: 'made' }])
    expect(report.rows[0]?.notes).toContainEqual(expect.stringContaining('lid-2'))
    const numbered = await run([{ id: 70, title: 'Lid', slug: 'lid-2', company: 'Tinmill' }])
    expect(numbered.rows).toMatchObject([{ row: 'project:70', outcome: 'updated' }])
  })

  test('leaves alone what has the address and was not imported, and what lies in the trash', async () => {
    const mine = await cms.payload.create({
      collection: 'projects',
      data: { title: 'Mine', slug: 'mine', kind: 'personal', _status: 'draft' },
      draft: true,
      overrideAccess: true,
    })
    const row = { model: 'projects.project', pk: 50, fields: { title: 'Theirs', slug: 'mine' } }
    expect(outcomes(await run([row]))).toEqual({ 'project:50': 'left alone' })
    expect((await bySlug('mine')).title).toBe('Mine')
    await cms.payload.delete({ collection: 'projects', id: mine.id, overrideAccess: true })

    const cup = { model: 'projects.project', pk: 51, fields: { title: 'Cup', slug: 'cup' } }
    await run([cup])
    const { id } = await bySlug('cup')
    await cms.payload.update({
      collection: 'projects',
      id,
      data: { deletedAt: new Date().toISOString() },
      overrideAccess: true,
    })
    expect(outcomes(await run([cup]))).toEqual({ 'project:51': 'left alone' })
  })

  test('hands no mark on to a copy', async () => {
    const { id } = await bySlug('kettle')
    const copy = await cms.payload.duplicate({ collection: 'projects', id, overrideAccess: true })
    expect(copy.importedFrom ?? null).toBeNull()
    await cms.payload.delete({ collection: 'projects', id: copy.id, overrideAccess: true })
  })
})

describe('a hostile export', () => {
  test('brings nothing in but text, and each refusal is said', async () => {
    const report = await runImport(cms.payload, [{ name: 'hostile.json', text: HOSTILE }], {
      folder,
    })
    expect(outcomes(report)).toMatchObject({
      'project:90': 'made',
      'project:91': 'made',
      'project:92': 'refused',
      'project:93': 'made',
      'internship:94': 'refused',
      'hostile.json row 6': 'refused',
      'hostile.json row 7': 'refused',
    })
    const odd = await bySlug('odd', 1)
    expect(odd).toMatchObject({
      _status: 'draft',
      importedFrom: 'project:90',
      links: { live: null, source: null },
      cover: null,
      demo: null,
    })
    expect(odd.galleries?.[0]?.images ?? []).toEqual([])
    const text = JSON.stringify({ ...odd, diagrams: null })
    expect(text).not.toMatch(/"(?:url|live|source|video)":"(?!https?:)|<img|onerror|passwd|root:/)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    const notes = notesOf(report, 'project:90')
    for (const left of [
      '../../etc/passwd',
      '/etc/passwd',
      'projects/link.png',
      'https://example.com/x.png',
      '__proto__',
      'importedFrom',
    ]) {
      expect(notes).toContain(left)
    }
    expect((await bySlug('long')).title).toHaveLength(200)
    expect((await bySlug('x')).title).toBe('; drop table projects; --')
  })

  test('cannot be published with a drawing that runs scripts', async () => {
    const { id } = await bySlug('odd')
    const { diagrams } = await bySlug('odd')
    const publish = cms.payload.update({
      collection: 'projects',
      id,
      data: { _status: 'published' },
      overrideAccess: true,
    })
    const shown = await publish.then(
      ({ diagrams: after }) => JSON.stringify(after),
      () => '',
    )
    expect(diagrams).toHaveLength(1)
    // What is shown is the cleaned drawing, never the source.
    expect(shown.replace(/"source":"(?:[^"\\\\]|\\\\.)*"/g, '')).not.toMatch(/script|onload/)
  })
})

describe('the program', () => {
  const program = (args: string[]) =>
    runCmsProgram('cms/src/import/main.ts', args, {
      DATABASE_URL: cms.databaseUrl,
      UPLOAD_DIR: cms.uploadDir,
    })

  test('prints a line for each row and the totals, writes the report, and fails only where something was refused', async () => {
    const good = join(folder, 'good.json')
    const bad = join(folder, 'bad.json')
    const reportPath = join(folder, 'report.json')
    await writeFile(
      good,
      JSON.stringify([
        { model: 'projects.project', pk: 60, fields: { title: 'Mug', slug: 'mug' } },
      ]),
    )
    await writeFile(bad, JSON.stringify([5]))
    const dry = await program([good, '--dry-run'])
    expect(dry).toMatchObject({
      code: 0,
      output: expect.stringContaining('Nothing was written. It would be: 1 made'),
    })
    const { code, output } = await program([good, bad, '--files', folder, '--report', reportPath])
    expect(output).toContain('made       project:60 “Mug”')
    expect(output).toContain('refused    bad.json row 1')
    expect(output).toContain('1 made, 0 updated, 0 unchanged, 0 left alone, 0 left out, 1 refused.')
    expect(code).toBe(1)
    expect((await bySlug('mug')).title).toBe('Mug')
  }, 120_000)

  test('says in a sentence what is wrong with its arguments', async () => {
    const none = await program([])
    expect(none).toMatchObject({ code: 1, errors: expect.stringContaining('Say which files') })
    const odd = await program(['a.json', '--force'])
    expect(odd).toMatchObject({ code: 1, errors: expect.stringContaining('--force') })
  }, 120_000)
})
