// Blocks between the paragraphs of a text, as Markdown.
import type { BodyBlock, BodyBlockOf } from '../cms/shapes/body-blocks.ts'
import { watchedAt } from '../hosted-videos.ts'
import { describedFigures, diagram, gallery, listings } from './parts.ts'
import {
  fenced,
  heading,
  image,
  item,
  joined,
  link,
  paragraphs,
  quoted,
  words,
  wordsWithin,
} from './text.ts'
import type { Writing } from './writing.ts'

export const quotation = (
  { text, author, role, source }: BodyBlockOf<'quotation'>,
  { hrefOf }: Writing,
): string => {
  const who = [author, role].filter(Boolean).join(', ')
  const name = source ? link(who || source, hrefOf(source)) : wordsWithin(who)
  return quoted(joined([paragraphs(text), name && `— ${name}`]))
}

const video = (
  { title, hosted, file, poster, caption }: BodyBlockOf<'video'>,
  { hrefOf }: Writing,
) => {
  const href = hosted ? watchedAt(hosted).href : file && hrefOf(file.href)
  const still = poster?.sources.at(-1)
  return joined([
    still && image(poster?.alt ?? '', hrefOf(still.src)),
    href ? link(title, href) : words(title),
    caption && paragraphs(caption),
  ])
}

const fileTree = ({ title, lines, caption }: BodyBlockOf<'fileTree'>, level: number) =>
  joined([
    title && heading(level, title),
    fenced(
      lines
        .map(({ depth, name, isFolder, remark }) => {
          const about = remark ? `  # ${remark.replaceAll(/\s+/g, ' ')}` : ''
          return `${'  '.repeat(depth)}${name}${isFolder ? '/' : ''}${about}`
        })
        .join('\n'),
      'text',
    ),
    caption && paragraphs(caption),
  ])

const terminalStep = ({ label, command, explanation, expected }: BodyBlockOf<'terminalStep'>) =>
  joined([
    words(label),
    fenced(command, 'sh'),
    explanation && paragraphs(explanation),
    expected?.trim() && fenced(expected, 'text'),
  ])

export const codeBlock = ({ language, code: text, caption }: BodyBlockOf<'code'>): string =>
  joined([fenced(text, language), caption && paragraphs(caption)])

const timeline = ({ title, events }: BodyBlockOf<'timeline'>, level: number) =>
  joined([
    title && heading(level, title),
    events
      .map((event) =>
        item(
          joined([
            `**${wordsWithin(event.when)}** ${wordsWithin(event.title)}`,
            event.text && paragraphs(event.text),
          ]),
        ),
      )
      .join('\n'),
  ])

const callout = ({ tone, text }: BodyBlockOf<'callout'>, { t }: Writing) =>
  quoted(
    joined([`**${wordsWithin((tone && t.tones[tone]) || t.tones.note || '')}**`, paragraphs(text)]),
  )

export const bodyBlock = (block: BodyBlock, writing: Writing): string => {
  const level = writing.headingLevel(2)
  switch (block.type) {
    case 'code':
      return codeBlock(block)
    case 'gallery':
      return gallery(block, level, writing)
    case 'quotation':
      return quotation(block, writing)
    case 'walkthrough':
      return joined([block.title && heading(level, block.title), listings(block.steps, level + 1)])
    case 'diagram':
      return diagram(block.diagram, level, writing)
    case 'callout':
      return callout(block, writing)
    case 'metrics':
      return joined([block.title && heading(level, block.title), describedFigures(block.metrics)])
    case 'timeline':
      return timeline(block, level)
    case 'video':
      return video(block, writing)
    case 'fileTree':
      return fileTree(block, level)
    case 'terminalStep':
      return terminalStep(block)
  }
}
