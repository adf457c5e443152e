// Pictures, videos and documents of the public site.
import type { CollectionConfig, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { anyone, nobody, owners, staff, writers } from '../access/rules.ts'
import { calculatedNumber, calculatedText } from '../fields/calculated.ts'
import { onlyImages } from '../fields/only-images.ts'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { mediaHeaders } from '../fields/upload-headers.ts'
import { keepFiles } from '../files/keep.ts'
import { uploadWith } from '../files/upload.ts'
import { captionsEndpoint, captionsField } from '../media/captions.ts'
import { checkMedia, keepMediaFindings } from '../media/check-upload.ts'
import { holdFocalPoint, keepFocalPoint } from '../media/focal-point.ts'
import { MEDIA_TYPES } from '../media/kinds.ts'
import { imageSizes } from '../media/sizes.ts'
import { rememberReach, reportChange, reportDelete } from '../outbox/hooks.ts'

type Siblings = { decorative?: boolean | null; mimeType?: string | null }

/** The kind is known once the file has been looked at: while somebody types into a new document it is not. */
const isKind = (siblings: unknown, kind: 'image' | 'video' | 'application') =>
  Boolean((siblings as Siblings).mimeType?.startsWith(`${kind}/`))

const sayWhatItShows: TextFieldSingleValidation = (value, options) => {
  const { siblingData } = options
  const isEnough =
    !isKind(siblingData, 'image') ||
    Boolean(value?.trim()) ||
    (siblingData as Siblings).decorative === true
  return isEnough ? text(value, options) : 'Say what the picture shows, or mark it as decorative.'
}

const giveItATitle: TextFieldSingleValidation = (value, options) => {
  const { siblingData } = options
  const isNeeded = isKind(siblingData, 'video') || isKind(siblingData, 'application')
  return value?.trim() || !isNeeded
    ? text(value, options)
    : 'Give the video or document a title: visitors read it in its place.'
}

export const media: CollectionConfig = {
  slug: 'media',
  access: {
    read: anyone,
    create: writers,
    update: writers,
    delete: writers,
    readVersions: nobody,
    unlock: owners,
    admin: staff,
  },
  admin: {
    group: 'Content',
    description:
      'PNG, JPEG, WebP, AVIF, GIF, SVG, MP4, WebM or PDF. The content decides, not the name.',
    defaultColumns: ['filename', 'alt', 'title', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'title', 'caption'],
  },
  labels: { singular: 'Media file', plural: 'Media' },
  versions: false,
  disableDuplicate: true,
  upload: {
    ...uploadWith(mediaHeaders),
    mimeTypes: MEDIA_TYPES,
    imageSizes,
    adminThumbnail: 'small',
    focalPoint: true,
  },
  endpoints: [captionsEndpoint],
  hooks: {
    beforeOperation: [holdFocalPoint, checkMedia],
    beforeChange: [keepMediaFindings, keepFocalPoint],
    afterChange: [keepFiles, reportChange],
    beforeDelete: [rememberReach],
    afterDelete: [reportDelete],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      localized: true,
      maxLength: SENTENCE,
      label: 'What the picture shows',
      validate: sayWhatItShows,
      admin: {
        description:
          'Read to people who do not see the picture. Not needed for videos and documents.',
      },
    },
    {
      name: 'decorative',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Carries no information: readers of the page are not told about it.' },
    },
    {
      name: 'title',
      type: 'text',
      localized: true,
      maxLength: LINE,
      validate: giveItATitle,
      admin: { description: 'Of a video or document. Pictures need none.' },
    },
    { name: 'caption', type: 'text', localized: true, maxLength: LINE },
    {
      name: 'poster',
      type: 'upload',
      relationTo: 'media',
      filterOptions: onlyImages,
      admin: {
        description: 'The picture shown before a video starts.',
        condition: (_, siblings) => isKind(siblings, 'video'),
      },
    },
    captionsField((siblings) => isKind(siblings, 'video')),
    calculatedNumber('duration', {
      label: 'Seconds',
      isPublic: true,
      condition: (_, siblings) => isKind(siblings, 'video'),
    }),
    calculatedText('blur', { isPublic: true, isHidden: true }),
    calculatedText('sha256', { label: 'SHA-256', index: true }),
  ],
}
