// Where another document is, and what it is called.
import { z } from 'zod'
import type { Experience, Project } from '../../payload-types.ts'
import { publicOne, publicOnes, shape, textOf } from './registry.ts'

export const projectLinkShape = shape(
  'ProjectLink',
  z.object({ slug: z.string(), title: z.string(), summary: z.string().nullable() }),
)

export type ProjectLink = z.output<typeof projectLinkShape>

export const projectLinksOf = (projects: (string | Project)[] | null | undefined): ProjectLink[] =>
  publicOnes<Project>(projects).map(({ slug, title, summary }) => ({
    slug,
    title,
    summary: textOf(summary),
  }))

export const experienceLinkShape = shape(
  'ExperienceLink',
  z.object({ slug: z.string(), company: z.string(), role: z.string() }),
)

export const experienceLinkOf = (
  relation: string | Experience | null | undefined,
): z.output<typeof experienceLinkShape> | null => {
  const experience = publicOne<Experience>(relation)
  if (!experience) return null
  const { slug, company, role } = experience
  return { slug, company, role }
}
