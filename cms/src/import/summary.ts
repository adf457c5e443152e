// The first paragraph of a description in Markdown, as plain text of the length of a summary.
import { SENTENCE } from '../fields/text-lengths.ts'

/** What Markdown and HTML add to a text. Each pattern is bounded, so that no text makes it slow. */
const plainText = (markdown: string): string =>
  markdown
    .replaceAll(/<[^<>]{0,1000}>/g, ' ')
    .replaceAll(/!\[[^[\]]{0,500}\]\([^()]{0,1000}\)/g, ' ')
    .replaceAll(/\[([^[\]]{0,500})\]\([^()]{0,1000}\)/g, '$1')
    .replaceAll(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,3}\.) /gm, '')
    .replaceAll(/\*{1,3}|`{1,3}|~~/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** At most 500 characters, cut between words. */
export const summaryOf = (markdown: string): string | undefined => {
  const paragraphs = markdown.slice(0, 20_000).split(/\n\s*\n/)
  const text =
    paragraphs
      .filter((part) => !/^ {0,3}(?:#|```)/.test(part))
      .map(plainText)
      .find((part) => part !== '') ?? plainText(markdown.slice(0, 20_000))
  if (text.length <= SENTENCE) return text || undefined
  const start = text.slice(0, SENTENCE - 1)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), SENTENCE / 2)).trimEnd()}…`
}

/** Whether `summary` says all that the description says. */
export const isPlainSummary = (markdown: string, summary: string | undefined): boolean =>
  markdown.replaceAll(/\s+/g, ' ').trim() === summary
