// How an import knows what it made: by what it read, and by what the document was right afterwards.
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Fields that an import writes, and whose changes by people it respects. */
export const IMPORTED_FIELDS = {
  projects: [
    'title',
    'slug',
    'kind',
    'summary',
    'body',
    'cover',
    'technologies',
    'badges',
    'experience',
    'demo',
    'challenges',
    'lessons',
    'role',
    'roleDescription',
    'period',
    'features',
    'stats',
    'impact',
    'diagrams',
    'links',
    'installSteps',
    'galleries',
    'walkthrough',
    'readme',
    'documents',
    'score',
    'featured',
    'order',
  ],
  experiences: [
    'company',
    'role',
    'slug',
    'subtitle',
    'period',
    'overview',
    'technologies',
    'stats',
    'impact',
    'architecture',
    'codeSamples',
    'documents',
    'active',
    'order',
  ],
} as const

/** Made by Payload, or by the job that draws diagrams. */
const NOT_CONTENT = new Set(['id', 'blockName', 'lightSvg', 'darkSvg', 'drawnFrom', 'drawError'])

/** The same for values that mean the same. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value)
    .filter(([name]) => !NOT_CONTENT.has(name))
    .map(([name, inner]) => [name, canonical(inner)] as const)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)) ?? '')
    .digest('base64url')

export const sourceMark = (source: unknown): string => hash(source)

export const documentMark = (
  collection: keyof typeof IMPORTED_FIELDS,
  document: Record<string, unknown>,
): string => hash(IMPORTED_FIELDS[collection].map((name) => [name, document[name]]))

/** What is stored in `importMark`. `isPublishing`: it was to be published. */
export type ImportMark = { source: string; document: string; isPublishing: boolean }

const stored = z.string().regex(/^[\w-]{43}\.[\w-]{43}\.[pd]$/)

export const writeMark = ({ source, document, isPublishing }: ImportMark): string =>
  `${source}.${document}.${isPublishing ? 'p' : 'd'}`

export const readMark = (value: unknown): ImportMark | undefined => {
  const [source, document, status] = stored.safeParse(value).data?.split('.') ?? []
  return source && document ? { source, document, isPublishing: status === 'p' } : undefined
}
