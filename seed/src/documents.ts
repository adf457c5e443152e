// Turns sample projects into documents: keys become ids, blocks become an editor state.
import type { SeedProject, SeedSeo } from './content/types.ts'
import { toEditorState } from './lexical.ts'

type Id = number | string

/** Documents that others refer to, by the keys of the content. */
export type Ids = Record<'technologies' | 'media' | 'demos', Map<string, Id>>

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

/** Data of a project, without `related`, which needs all projects to exist. */
export const projectData = (project: SeedProject, ids: Ids): Record<string, unknown> => {
  const { body, cover, technologies, galleries, demo, seo, related: _, ...plain } = project
  return {
    ...plain,
    ...(body ? { body: toEditorState(body) } : {}),
    ...(cover ? { cover: idOf(ids, 'media', cover) } : {}),
    ...(demo ? { demo: idOf(ids, 'demos', demo) } : {}),
    ...(seo ? { seo: seoData(seo, ids) } : {}),
    ...(technologies
      ? { technologies: technologies.map((slug) => idOf(ids, 'technologies', slug)) }
      : {}),
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
