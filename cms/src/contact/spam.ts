// How much a message looks like advertising: points for what people who ask something rarely do. Pure.
import type { Submission } from './submission.ts'

export type SpamVerdict = {
  /** 0 to 100; from `CONTACT.spamScore` on the message is kept apart and not mailed. */
  score: number
  /** What gave points, for whoever doubts the verdict. */
  reasons: string[]
}

const LINK = /https?:\/\/|www\.|\[url|<a\s/gi
const ADVERTISING =
  /\b(?:seo|backlinks?|guest post|casino|crypto investment|forex|viagra|loan offer|first page of google|increase (?:your )?traffic|web design services?|cheap (?:price|followers))\b/gi
const MARKUP = /<\/?[a-z][^>]*>|\[\/?(?:url|b|img)\b/i

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Letters in capitals among all letters that have both cases; texts of few letters count as calm. */
const shoutingShare = (text: string): number => {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? []
  if (letters.length < 30) return 0
  return letters.filter((letter) => letter === letter.toUpperCase()).length / letters.length
}

export const spamVerdict = ({ name, message, website }: Submission): SpamVerdict => {
  const links = count(message, LINK)
  const advertising = count(message, ADVERTISING)
  const signs: [points: number, reason: string][] = [
    [website ? 100 : 0, 'filled in a field that people do not see'],
    [links > 1 ? Math.min(60, 15 * links) : 0, `${links} links`],
    [Math.min(60, 30 * advertising), 'words of advertising'],
    [MARKUP.test(message) ? 30 : 0, 'markup instead of text'],
    [count(name, LINK) > 0 ? 60 : 0, 'a link as a name'],
    [shoutingShare(message) > 0.6 ? 20 : 0, 'written in capitals'],
  ]
  const given = signs.filter(([points]) => points > 0)
  return {
    score: Math.min(
      100,
      given.reduce((sum, [points]) => sum + points, 0),
    ),
    reasons: given.map(([, reason]) => reason),
  }
}
