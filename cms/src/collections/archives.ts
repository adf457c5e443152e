// Source code of demos, as uploaded. Private: only the terminal service reads the files, with a token for each.
import type { CollectionConfig } from 'payload'
import { editors, nobody, owners, staff } from '../access/rules.ts'
import { checkUpload, keepFindings } from '../archives/check-upload.ts'
import { calculatedNumber, calculatedText } from '../fields/calculated.ts'
import { nameSafely } from '../fields/safe-file-name.ts'
import { privateFileHeaders } from '../fields/upload-headers.ts'

export const archives = (uploadDir: string): CollectionConfig => ({
  slug: 'archives',
  access: {
    read: staff,
    create: editors,
    update: editors,
    delete: editors,
    readVersions: nobody,
    unlock: owners,
    admin: staff,
  },
  admin: {
    group: 'Terminals',
    description: 'A zip or tar.gz with the source code of one project.',
    defaultColumns: ['filename', 'format', 'entries', 'unpackedBytes', 'updatedAt'],
  },
  versions: false,
  upload: {
    staticDir: uploadDir,
    mimeTypes: ['application/zip', 'application/gzip', 'application/x-gzip', 'application/x-tar'],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    modifyResponseHeaders: privateFileHeaders,
  },
  hooks: { beforeOperation: [nameSafely, checkUpload], beforeChange: [keepFindings] },
  fields: [
    calculatedText('sha256', { label: 'SHA-256', index: true }),
    calculatedText('format'),
    calculatedNumber('entries', { label: 'Files and folders' }),
    calculatedNumber('unpackedBytes', { label: 'Unpacked bytes' }),
  ],
})
