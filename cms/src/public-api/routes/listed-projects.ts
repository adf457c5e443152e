// The projects of a page's lists: chosen one by one, or all that fit a rule.
import type { Payload, Where } from 'payload'
import { PUBLISHED } from '../../access/rules.ts'
import { idOf } from '../../fields/relation-id.ts'
import type { Language } from '../../languages/languages.ts'
import { MAX_LISTED_PROJECTS } from '../../page-layout/project-list.ts'
import type { Page, Project, ProjectListBlock } from '../../payload-types.ts'
import { ORDER } from '../published/lines.ts'
import { SUMMARY_FIELDS } from '../shapes/project.ts'
import { POPULATE } from './populate.ts'

type Layout = Page['layout']

const ruleOf = ({ kind, technology, featuredOnly }: ProjectListBlock): Where[] => [
  ...(kind ? [{ kind: { equals: kind } }] : []),
  ...(technology ? [{ technologies: { in: [idOf(technology)] } }] : []),
  ...(featuredOnly ? [{ featured: { equals: true } }] : []),
]

const listedProjects = async (
  payload: Payload,
  block: ProjectListBlock,
  locale: Language,
): Promise<Project[]> => {
  const ids = block.choice === 'hand' ? (block.projects ?? []).map(idOf) : undefined
  if (ids?.length === 0) return []
  const { docs } = await payload.find({
    collection: 'projects',
    where: { and: [PUBLISHED, ...(ids ? [{ id: { in: ids } }] : ruleOf(block))] },
    sort: ORDER.projects,
    limit: Math.min((ids ? undefined : block.limit) ?? MAX_LISTED_PROJECTS, MAX_LISTED_PROJECTS),
    pagination: false,
    depth: 1,
    select: { ...SUMMARY_FIELDS, _status: true },
    populate: POPULATE,
    locale,
    overrideAccess: false,
  })
  const found = docs as Project[]
  return ids ? ids.flatMap((id) => found.find((doc) => doc.id === id) ?? []) : found
}

/** `layout` with what its project lists show at this moment, one list after the other: a reader may not use up the pool. */
export const withListedProjects = async (
  payload: Payload,
  layout: Layout,
  locale: Language,
): Promise<Layout> => {
  const blocks: Layout = []
  for (const block of layout ?? []) {
    blocks.push(
      block.blockType === 'projectList'
        ? { ...block, projects: await listedProjects(payload, block, locale) }
        : block,
    )
  }
  return blocks
}
