// Pictures of the public site.
import { createHash } from 'node:crypto'
import type { CollectionBeforeOperationHook, CollectionConfig, ImageSize } from 'payload'
import { anyone, editors, nobody, owners, staff } from '../access/rules.ts'
import { calculatedText } from '../fields/calculated.ts'
import { nameSafely } from '../fields/safe-file-name.ts'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { publicFileHeaders } from '../fields/upload-headers.ts'
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE } from '../limits.ts'
import { reportChange, reportDelete } from '../outbox/hooks.ts'

const webp = (name: string, width: number): ImageSize => ({
  name,
  width,
  formatOptions: { format: 'webp', options: { quality: 82 } },
})

/** Of the file as it was uploaded: what is stored has been turned upright and stripped of its metadata. */
const rememberHash: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation === 'create' || operation === 'update') && req.file) {
    req.context.uploadedSha256 = createHash('sha256').update(req.file.data).digest('hex')
  }
  return args
}

export const media = (uploadDir: string): CollectionConfig => ({
  slug: 'media',
  access: {
    read: anyone,
    create: editors,
    update: editors,
    delete: editors,
    readVersions: nobody,
    unlock: owners,
    admin: staff,
  },
  admin: { group: 'Content', defaultColumns: ['filename', 'alt', 'updatedAt'] },
  labels: { singular: 'Image', plural: 'Images' },
  versions: false,
  upload: {
    staticDir: uploadDir,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'],
    imageSizes: [webp('small', 480), webp('medium', 960), webp('large', 1600)],
    // Passing the original through sharp drops its metadata, the place where a photo was taken included.
    resizeOptions: {
      width: MAX_IMAGE_SIDE,
      height: MAX_IMAGE_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    },
    constructorOptions: { limitInputPixels: MAX_IMAGE_PIXELS },
    adminThumbnail: 'small',
    crop: false,
    focalPoint: false,
    pasteURL: false,
    modifyResponseHeaders: publicFileHeaders,
  },
  hooks: {
    beforeOperation: [nameSafely, rememberHash],
    beforeChange: [
      ({ data, req }) =>
        req.file && typeof req.context.uploadedSha256 === 'string'
          ? { ...data, sha256: req.context.uploadedSha256 }
          : data,
    ],
    afterChange: [reportChange],
    afterDelete: [reportDelete],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      maxLength: SENTENCE,
      validate: (value: string | null | undefined, { siblingData }: { siblingData: unknown }) =>
        Boolean(value?.trim()) ||
        (siblingData as { decorative?: boolean }).decorative === true ||
        'Say what the picture shows, or mark it as decorative.',
    },
    {
      name: 'decorative',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Carries no information: readers of the page are not told about it.' },
    },
    { name: 'caption', type: 'text', maxLength: LINE },
    calculatedText('sha256', { index: true }),
  ],
})
