// A contact card: vCard 4.0 by RFC 6350. Pure.
import type { Resume } from '../../cms/shapes/resume.ts'
import type { Site } from '../../cms/shapes/site.ts'
import type { Language } from '../../i18n/languages.ts'
import { pathOf } from '../../routes.ts'

export type VcardSources = {
  site: Site
  resume: Resume
  /** Of the site. */
  origin: string
  language: Language
}

/** RFC 6350, 3.2: a line has at most 75 octets without its break; what follows begins with a space. */
const MAX_OCTETS = 75

/** RFC 6350, 3.4: what would end a value or a part of it. Other control characters have no place in one. */
export const escapeText = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '')

/** An address as a value: it has no escapes, so it must not hold what would end the line. */
const uri = (value: string): string => value.replaceAll(/[\p{Cc}\s]/gu, '')

/** In lines of at most 75 octets; a letter is never divided. */
export const fold = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > MAX_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const line = (name: string, value: string | null | undefined): string[] =>
  value ? [`${name}:${value}`] : []

const phoneUri = (phone: string) => `tel:${phone.replaceAll(/[^\d+]/g, '')}`

/** Of seven parts: box, extension, street, city, region, code, country. */
const addressOf = ({ city, region, countryCode }: Resume['contact']): string | null => {
  if (!city && !region && !countryCode) return null
  return ['', '', '', city, region, '', countryCode].map((part) => escapeText(part ?? '')).join(';')
}

export const vcardOf = ({ site, resume, origin, language }: VcardSources): string => {
  const { contact, headline } = resume
  const email = contact.email ?? site.email
  const title = headline ?? site.title
  const portrait = site.portrait?.sources.at(-1)?.src
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `FN:${escapeText(site.name ?? email ?? origin)}`,
    ...line('TITLE', title && escapeText(title)),
    ...line('EMAIL', email && escapeText(email)),
    ...line('TEL;VALUE=uri', contact.phone && phoneUri(contact.phone)),
    ...line('ADR', addressOf(contact)),
    ...line('URL', uri(contact.website ?? origin)),
    ...site.socials.map(({ href }) => `URL:${uri(href)}`),
    ...line('PHOTO', portrait && uri(`${origin}${portrait}`)),
    `LANG:${language}`,
    `SOURCE:${uri(`${origin}${pathOf({ page: 'resume', language })}.vcf`)}`,
    'END:VCARD',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
