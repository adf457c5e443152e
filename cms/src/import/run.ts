// An import from files to report: each row by itself, so that one which is refused keeps no other out.
import { createLocalReq, type Payload } from 'payload'
import { DEFAULT_LANGUAGE } from '../languages/languages.ts'
import { createToBody } from './body.ts'
import type { Tools } from './compose.ts'
import { filesIn } from './files.ts'
import { sourceMark } from './fingerprint.ts'
import { type Gathered, gather } from './gather.ts'
import { type Item, toItems } from './items.ts'
import { mapPosition } from './map-position.ts'
import { mapProject } from './map-project.ts'
import { createNotes, type Notes, shown } from './notes.ts'
import { createReport, type Report, type RowReport } from './report.ts'
import { readRows } from './rows.ts'
import { decide } from './target.ts'
import { missingTechnologies } from './technologies.ts'
import { reasonOf, write } from './write.ts'

export type ImportOptions = {
  /** Where the files lie that rows name. */
  folder?: string
  isDry?: boolean
  isPublishing?: boolean
  isOverwriting?: boolean
  /** Told of each row as soon as it is settled. */
  onRow?: (row: RowReport) => void
}

const markOf = ({ marks, ...plan }: Gathered): string => sourceMark({ ...plan, files: [...marks] })

/** What a dry run can say without writing. */
const foresee = async (payload: Payload, plan: Gathered, { toBody }: Tools, notes: Notes) => {
  const req = await createLocalReq({ locale: DEFAULT_LANGUAGE }, payload)
  if (plan.body) toBody(plan.body, notes)
  for (const name of await missingTechnologies(req, plan.technologies)) {
    notes.add('technologies', 'new', name)
  }
  if (plan.demo) notes.add('demo', 'to be made, and switched off', plan.demo.archive)
}

const settle = async (
  payload: Payload,
  item: Item,
  tools: Tools,
  { isDry = false, isPublishing = false, isOverwriting = false }: ImportOptions,
): Promise<RowReport> => {
  const notes = createNotes()
  const plan = item.kind === 'internship' ? mapPosition(item, notes) : mapProject(item, notes)
  const row = { row: item.key, from: item.from }
  if (typeof plan === 'string')
    return { ...row, outcome: 'refused', why: plan, notes: notes.list() }
  const titled = { ...row, title: shown(plan.title) }
  try {
    const gathered = await gather(plan, tools.files, notes)
    const wish = {
      source: markOf(gathered),
      isPublishing: isPublishing && plan.isPublic,
      isOverwriting,
    }
    const decision = await decide(
      await createLocalReq({ locale: DEFAULT_LANGUAGE }, payload),
      plan,
      wish,
    )
    if (decision.act === 'nothing') {
      const { outcome, why } = decision
      return { ...titled, outcome, ...(why ? { why } : {}), notes: [] }
    }
    if (decision.slug !== plan.slug)
      notes.add('slug', `the address became ${decision.slug}`, plan.slug)
    if (isDry) await foresee(payload, gathered, tools, notes)
    else await write({ payload, plan: gathered, decision, tools, notes, ...wish })
    return { ...titled, outcome: decision.act === 'make' ? 'made' : 'updated', notes: notes.list() }
  } catch (error) {
    return { ...titled, outcome: 'refused', why: shown(reasonOf(error)), notes: notes.list() }
  }
}

/** @throws {RowsError} for a file that is no export; nothing has been written then */
export const runImport = async (
  payload: Payload,
  exported: readonly { name: string; text: string }[],
  options: ImportOptions = {},
): Promise<Report> => {
  const read = exported.map(({ name, text }) => readRows(text, name))
  const all = (part: 'leftOut' | 'refused') => read.flatMap((source) => source[part])
  const { items, refused, parts } = toItems({ rows: read.flatMap(({ rows }) => rows) })
  const tools = { files: filesIn(options.folder), toBody: createToBody(payload) }
  const report = createReport(options.isDry === true, options.onRow)
  for (const item of items) {
    const row = await settle(payload, item, tools, options)
    report.add(row)
    for (const { from, key } of parts) {
      if (key === item.key)
        report.add({ row: from, from, outcome: row.outcome, why: `part of ${key}`, notes: [] })
    }
  }
  for (const { from, why } of [...all('refused'), ...refused]) {
    report.add({ row: from, from, outcome: 'refused', why, notes: [] })
  }
  for (const { from, why } of all('leftOut')) {
    report.add({ row: from, from, outcome: 'left out', why, notes: [] })
  }
  return report.done()
}
