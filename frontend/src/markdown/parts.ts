// Parts that pages of several kinds are made of, as Markdown.
import type {
  CaptionedImage,
  DescribedFigure,
  Diagram,
  Document,
  Gallery,
  Listing,
  ProjectLink,
  Technology,
} from '../cms/shapes/parts.ts'
import type { ProjectSummary } from '../cms/shapes/project.ts'
import {
  fenced,
  heading,
  image,
  item,
  joined,
  link,
  paragraphs,
  words,
  wordsWithin,
} from './text.ts'
import type { Writing } from './writing.ts'

const lines = (all: readonly string[]) => all.join('\n')

export const figures = (all: readonly { value: string; label: string }[]): string =>
  lines(
    all.map(({ value, label }) => item(`**${wordsWithin(value.trim())}** ${wordsWithin(label)}`)),
  )

export const describedFigures = (all: readonly DescribedFigure[]): string =>
  lines(
    all.map(({ value, label, description }) => {
      const name = value ? `**${wordsWithin(value)}** ${wordsWithin(label)}` : words(label)
      return item(description ? `${name}: ${wordsWithin(description)}` : name)
    }),
  )

export const links = (all: readonly { label: string; href: string }[], { hrefOf }: Writing) =>
  lines(all.map(({ label, href }) => item(link(label, hrefOf(href)))))

/** `[Title](address): summary`, as llms.txt has it, too. */
export const linked = (title: string, href: string, summary: string | null): string => {
  const name = link(title, href)
  return item(summary ? `${name}: ${wordsWithin(summary)}` : name)
}

export const projectLinks = (
  all: readonly (ProjectLink | ProjectSummary)[],
  { linkTo }: Writing,
): string =>
  lines(
    all.map(({ slug, title, summary }) =>
      linked(title, linkTo({ page: 'project', slug }), summary),
    ),
  )

export const technologies = (all: readonly Technology[]): string =>
  all.map(({ name }) => wordsWithin(name)).join(', ')

export const picture = (
  { image: { alt, sources }, caption }: CaptionedImage,
  { hrefOf }: Writing,
) => {
  const src = sources.at(-1)?.src
  return joined([src && image(alt, hrefOf(src)), caption && paragraphs(caption)])
}

export const gallery = ({ name, description, images }: Gallery, level: number, writing: Writing) =>
  joined([
    name && heading(level, name),
    description && paragraphs(description),
    ...images.map((one) => picture(one, writing)),
  ])

/** Its source where it has one that can be read; otherwise its picture, and in any case what it says in words. */
export const diagram = (one: Diagram, level: number, writing: Writing): string => {
  const { title, description, kind, source, textAlternative, image: drawn } = one
  const isReadable = kind === 'mermaid' || kind === 'ascii'
  return joined([
    title && heading(level, title),
    description && paragraphs(description),
    isReadable && source?.trim() && fenced(source, kind === 'mermaid' ? 'mermaid' : 'text'),
    !isReadable && drawn && picture({ image: drawn, caption: null }, writing),
    paragraphs(textAlternative),
  ])
}

export const listings = (all: readonly Listing[], level: number): string =>
  joined(
    all.flatMap(({ title, description, language, code, explanation }) => [
      heading(level, title),
      description && paragraphs(description),
      fenced(code, language),
      explanation && paragraphs(explanation),
    ]),
  )

export const documents = (all: readonly Document[], { hrefOf }: Writing): string =>
  lines(
    all.map(({ title, description, file }) =>
      file
        ? linked(title, hrefOf(file.href), description)
        : item([words(title), description && wordsWithin(description)].filter(Boolean).join(': ')),
    ),
  )
