// An internship becomes a position.
import { slugify } from '../fields/slugify.ts'
import { LINE, PARAGRAPH, SENTENCE } from '../fields/text-lengths.ts'
import { oneDiagram } from './diagrams.ts'
import type { PositionItem } from './items.ts'
import { documents, impact, listings, stats, technologies } from './lists.ts'
import type { Notes } from './notes.ts'
import type { Plan } from './plan.ts'
import { createReader } from './reader.ts'

/** Bookkeeping of the former system, and what stands in documents of its own. */
const SAID_ELSEWHERE = [
  'id',
  'pk',
  'created_at',
  'updated_at',
  'projects',
  'project_count',
  'period_display',
  'duration_months',
]

/** A text instead, where a row cannot become a document: it says why. */
export const mapPosition = (item: PositionItem, notes: Notes): Plan | string => {
  const reader = createReader(item.fields, notes)
  const company = reader.text(LINE, 'company')
  if (!company) return 'it names no company'
  const role = reader.text(LINE, 'role')
  if (!role) notes.add('role', 'missing: give one before it is published')
  const start = reader.day('start_date')
  if (!start) notes.add('start_date', 'missing: give one before it is published')
  const end = reader.day('end_date')
  const isBackwards = start !== undefined && end !== undefined && end < start
  if (isBackwards) notes.add('end_date', 'left out, it comes before the start', end)
  const given = reader.text(LINE, 'slug')
  const data = {
    company,
    role: role ?? null,
    subtitle: reader.text(SENTENCE, 'subtitle') ?? null,
    period: { start: start ?? null, end: isBackwards ? null : (end ?? null) },
    overview: reader.text(PARAGRAPH, 'overview', 'description') ?? null,
    stats: stats(reader, notes, 'stats'),
    impact: impact(reader, notes, 'impact_metrics'),
    architecture: {
      description: reader.text(PARAGRAPH, 'architecture_description') ?? null,
      diagrams: oneDiagram(reader, notes, 'architecture_diagram', `Architecture, ${company}`),
    },
    codeSamples: listings(reader, notes, 'code_samples'),
    documents: documents(reader, notes, 'documentation'),
    active: reader.flag('is_active') ?? true,
    order: reader.number(-1_000_000, 1_000_000, 'order') ?? null,
  }
  const names = technologies(reader, notes, 'technologies', 'tech_stack')
  reader.finish(SAID_ELSEWHERE)
  const slug = slugify(given ?? '') || slugify(`${company} ${role ?? ''}`)
  if (given && given !== slug) notes.add('slug', `the address became ${slug}`, given)
  if (slug === '') return 'nothing of its address can be used'
  return {
    key: item.key,
    collection: 'experiences',
    title: company,
    slug,
    isPublic: item.isPublic,
    data,
    technologies: names,
    galleries: [],
  }
}
