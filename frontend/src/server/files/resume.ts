// /resume.pdf, /resume.json, /resume.vcf: the résumé for paper, for programs and for address books.

import { createQueue } from '@shellfolio/runtime/queue'
import { askCms } from '../../cms/client.ts'
import { localeQuery, readResume, readSite } from '../../cms/queries.ts'
import type { Language } from '../../i18n/languages.ts'
import { speakingOf } from '../../i18n/speaking.ts'
import { LIMITS } from '../../limits.ts'
import { resumeOutline } from '../../resume/outline.ts'
import { at, type FileQuestion, type MadeFile } from './file.ts'
import { jsonResumeSchema } from './json-resume.ts'
import { drawResume } from './pdf/resume-pdf.ts'
import { vcardOf } from './vcard.ts'

const sourcesOf = async (language: Language) => {
  const [site, resume] = await Promise.all([readSite(language), readResume(language)])
  return { site, resume }
}

const MAX_OWNER = 60

/** How it is saved, in letters that every file system takes: `noor-halden-resume.pdf`. */
const named = (shown: 'inline' | 'attachment', owner: string | null, name: string) => {
  const plain = (owner ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_OWNER)
    .replaceAll(/^-+|-+$/g, '')
  return { 'content-disposition': `${shown}; filename="${plain ? `${plain}-${name}` : name}"` }
}

/** Drawing one takes a core for a moment, so they are drawn one after the other. */
const inTurn = createQueue(LIMITS.resumePdfs)

const pdf = async ({ language, siteUrl }: FileQuestion): Promise<MadeFile> => {
  const { site, resume } = await sourcesOf(language)
  const speaking = speakingOf(language)
  const { t } = speaking
  const body = await inTurn(() =>
    drawResume({
      outline: resumeOutline(site, resume, speaking),
      language,
      origin: siteUrl,
      title: site.name ? `${site.name}, ${t.resume}` : t.resume,
      summaryHeading: t.resumePage.summary,
      pageOf: t.resumePage.page,
    }),
  )
  return { type: 'application/pdf', body, headers: named('inline', site.name, 'resume.pdf') }
}

const json = async ({ language }: FileQuestion): Promise<MadeFile> => {
  const resume = await askCms({
    path: 'globals/resume/json',
    schema: jsonResumeSchema,
    query: localeQuery(language),
  })
  return {
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(resume, null, 2)}\n`,
    headers: named('inline', resume.basics?.name ?? null, 'resume.json'),
  }
}

const vcard = async ({ language, siteUrl }: FileQuestion): Promise<MadeFile> => {
  const { site, resume } = await sourcesOf(language)
  return {
    type: 'text/vcard; charset=utf-8',
    body: vcardOf({ site, resume, origin: siteUrl, language }),
    headers: named('attachment', site.name, 'contact.vcf'),
  }
}

export const resumeFiles = [
  at('/resume.pdf', pdf),
  at('/resume.json', json),
  at('/resume.vcf', vcard),
]
