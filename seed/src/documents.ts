// Turns sample projects into documents: keys become ids, blocks become an editor state.
import type {
  SeedDocument,
  SeedExperience,
  SeedLayoutBlock,
  SeedPage,
  SeedProject,
  SeedResume,
  SeedSeo,
} from './content/types.ts'
import { toEditorState } from './lexical.ts'

type Id = number | string

/** Documents that others refer to, by the keys of the content. */
export type Ids = Record<
  'technologies' | 'media' | 'demos' | 'experiences' | 'projects',
  Map<string, Id>
>

/** @throws when the content refers to something that it does not hold */
const idOf = (ids: Ids, kind: keyof Ids, key: string): Id => {
  const id = ids[kind].get(key)
  if (id === undefined) throw new Error(`The sample content has no ${kind} “${key}”.`)
  return id
}

export const seoData = ({ image, ...seo }: SeedSeo, ids: Ids) => ({
  ...seo,
  ...(image ? { image: idOf(ids, 'media', image) } : {}),
})

const idsOf = (ids: Ids, kind: keyof Ids, keys: string[]): Id[] =>
  keys.map((key) => idOf(ids, kind, key))

/** The relations that projects and experiences share. */
const relations = (
  { technologies, documents }: { technologies?: string[]; documents?: SeedDocument[] },
  ids: Ids,
) => ({
  ...(technologies ? { technologies: idsOf(ids, 'technologies', technologies) } : {}),
  ...(documents
    ? {
        documents: documents.map(({ file, ...document }) => ({
          ...document,
          ...(file ? { file: idOf(ids, 'media', file) } : {}),
        })),
      }
    : {}),
})

export const experienceData = (experience: SeedExperience, ids: Ids): Record<string, unknown> => ({
  ...experience,
  ...relations(experience, ids),
})

export const resumeData = (resume: SeedResume, ids: Ids): Record<string, unknown> => ({
  ...resume,
  experiences: idsOf(ids, 'experiences', resume.experiences ?? []),
  projects: idsOf(ids, 'projects', resume.projects ?? []),
  skills: (resume.skills ?? []).map(({ technologies, ...skill }) => ({
    ...skill,
    technologies: idsOf(ids, 'technologies', technologies),
  })),
})

/** Data of a project, without `related`, which needs all projects to exist; `readme` is the text itself. */
export const projectData = (
  project: SeedProject,
  ids: Ids,
  readme?: string,
): Record<string, unknown> => {
  const {
    body,
    cover,
    galleries,
    demo,
    experience,
    seo,
    related: _,
    readme: __,
    ...plain
  } = project
  return {
    ...plain,
    ...(body ? { body: toEditorState(body) } : {}),
    ...(cover ? { cover: idOf(ids, 'media', cover) } : {}),
    ...(demo ? { demo: idOf(ids, 'demos', demo) } : {}),
    ...(seo ? { seo: seoData(seo, ids) } : {}),
    ...(experience ? { experience: idOf(ids, 'experiences', experience) } : {}),
    ...(readme ? { readme } : {}),
    ...relations(project, ids),
    ...(galleries
      ? {
          galleries: galleries.map(({ images, ...gallery }) => ({
            ...gallery,
            images: images.map(({ media, ...image }) => ({
              ...image,
              media: idOf(ids, 'media', media),
            })),
          })),
        }
      : {}),
  }
}

const blockData = (block: SeedLayoutBlock, ids: Ids): Record<string, unknown> => {
  switch (block.blockType) {
    case 'prose':
      return { ...block, body: toEditorState(block.body) }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
      }
    case 'technologyGroups':
      return {
        ...block,
        groups: block.groups.map((group) => ({
          ...group,
          technologies: idsOf(ids, 'technologies', group.technologies),
        })),
      }
    case 'projectList':
      return { ...block, projects: idsOf(ids, 'projects', block.projects) }
    default:
      return block
  }
}

export const pageData = ({ layout, seo, ...page }: SeedPage, ids: Ids) => ({
  ...page,
  layout: layout.map((block) => blockData(block, ids)),
  ...(seo ? { seo: seoData(seo, ids) } : {}),
})
