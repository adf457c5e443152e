// Captions of videos: a field of the media library with a WebVTT text for each language, and the address that gives one.
import type { ArrayField, Endpoint } from 'payload'
import { array } from 'payload/shared'
import { z } from 'zod'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { codeText } from '../fields/code-text.ts'
import { CODES, DEFAULT_LANGUAGE, LANGUAGES } from '../languages/languages.ts'
import { CAPTIONS } from '../limits.ts'
import { taggedAnswer } from '../tagged-answer.ts'
import { checkWebVtt } from './webvtt.ts'

type Row = { language?: unknown }

/** `isVideo`: whether the document that the field stands in is one. */
export const captionsField = (isVideo: (document: unknown) => boolean): ArrayField => ({
  name: 'captions',
  type: 'array',
  maxRows: LANGUAGES.length,
  labels: { singular: 'Language', plural: 'Captions' },
  // A reader chooses among all there are, whatever language the page is in: each is a row.
  fields: [
    {
      name: 'language',
      type: 'select',
      required: true,
      defaultValue: DEFAULT_LANGUAGE,
      options: LANGUAGES.map(({ code: value, label }) => ({ value, label })),
    },
    codeText({
      name: 'text',
      label: 'WebVTT',
      required: true,
      maxLength: CAPTIONS.maxCharacters,
      check: checkWebVtt,
      description: 'WEBVTT, an empty line, then times and what is heard: 00:01.000 --> 00:04.500',
    }),
  ],
  validate: (value, options) => {
    const rows = (Array.isArray(value) ? value : []) as Row[]
    const languages = rows.map(({ language }) => language)
    if (new Set(languages).size < languages.length) return 'Each language has its captions once.'
    return array(value, options)
  },
  // Where the condition does not hold nothing is checked: a file of another kind keeps none.
  hooks: {
    beforeChange: [({ value, siblingData }) => (isVideo(siblingData) ? value : [])],
  },
  admin: {
    description:
      'What is said and heard, for those who do not hear it. A video with sound needs them.',
    condition: (_, siblings) => isVideo(siblings),
  },
})

const asked = z.object({ id: z.uuid(), language: z.enum(CODES) })

const HEADERS = {
  'cache-control': 'public, max-age=0, must-revalidate',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
}

/** GET /media/:id/captions/:language, as a browser reads them beside the video. */
export const captionsEndpoint: Endpoint = {
  path: '/:id/captions/:language',
  method: 'get',
  handler: answering(async (req) => {
    const { success, data } = asked.safeParse(req.routeParams)
    if (!success) throw new CmsRefusal('not-found')
    const { docs } = await req.payload.find({
      collection: 'media',
      where: { id: { equals: data.id } },
      select: { captions: true },
      depth: 0,
      limit: 1,
      pagination: false,
      // Media are anybody's to read, and the version in their addresses is no question about them.
      overrideAccess: true,
    })
    const captions = docs[0]?.captions?.find(({ language }) => language === data.language)
    if (!captions) throw new CmsRefusal('not-found')
    return taggedAnswer(req, {
      of: ['captions', captions.text],
      headers: { ...HEADERS, 'content-type': 'text/vtt; charset=utf-8' },
      body: () => captions.text,
    })
  }),
}
