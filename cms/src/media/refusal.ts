// Why a picture, video or document is not accepted: a stable code for machines, a sentence for who uploaded it.

export const MEDIA_REFUSALS = {
  'unknown-type':
    'The file is none of PNG, JPEG, WebP, AVIF, GIF, SVG, MP4, WebM or PDF, whatever its name says.',
  empty: 'The file is empty.',
  damaged: 'The file is damaged or incomplete.',
  'too-large': 'The file is too large for its kind.',
  'too-many-pixels': 'The picture has too many pixels.',
  'two-types':
    'The file is of two types at once: it also reads as a page, a program or an archive.',
  'active-content': 'The document holds programs, attachments or actions. Print it to a new PDF.',
} as const

export type MediaRefusalCode = keyof typeof MEDIA_REFUSALS

export class MediaRefusal extends Error {
  override readonly name = 'MediaRefusal'
  readonly code: MediaRefusalCode

  constructor(code: MediaRefusalCode, options?: ErrorOptions) {
    super(MEDIA_REFUSALS[code], options)
    this.code = code
  }
}
