// Source code of demos, as uploaded. Private: the terminal service reads the files with a token for each, visitors only
// the texts whose owner shows them.
import type { CollectionConfig, JSONField } from 'payload'
import { editors, nobody, owners, staff } from '../access/rules.ts'
import { checkUpload, keepFindings } from '../archives/check-upload.ts'
import { fileEndpoint, treeEndpoint } from '../archives/endpoints.ts'
import { refuseWhileUsed } from '../archives/refuse-while-used.ts'
import { reportSource } from '../archives/report.ts'
import { sharedSources } from '../archives/sources.ts'
import { calculatedNumber, calculatedText } from '../fields/calculated.ts'
import { archiveHeaders } from '../fields/upload-headers.ts'
import { keepFiles } from '../files/keep.ts'
import { nameUpload } from '../files/names.ts'
import { uploadWith } from '../files/upload.ts'

/** Filled in by the server and shown as a table: nobody sees JSON. */
const listing: JSONField = {
  name: 'listing',
  type: 'json',
  access: { read: staff, create: nobody, update: nobody },
  admin: {
    readOnly: true,
    disableListColumn: true,
    disableListFilter: true,
    disableBulkEdit: true,
    components: { Field: '/archives/listing-table.client.tsx#ListingTable' },
  },
}

export const archives: CollectionConfig = {
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
  disableDuplicate: true,
  // A demo that names its archive says nothing of all that is in it.
  defaultPopulate: { listing: false },
  upload: {
    ...uploadWith(archiveHeaders),
    mimeTypes: ['application/zip', 'application/gzip', 'application/x-gzip', 'application/x-tar'],
    focalPoint: false,
  },
  endpoints: [treeEndpoint, fileEndpoint(sharedSources())],
  hooks: {
    beforeOperation: [nameUpload, checkUpload],
    beforeChange: [keepFindings],
    afterChange: [keepFiles, reportSource],
    beforeDelete: [refuseWhileUsed],
  },
  fields: [
    {
      name: 'showSource',
      type: 'checkbox',
      defaultValue: false,
      label: 'Show the source on the site',
      admin: {
        description:
          'Visitors may read the text files of this archive once a published project has an enabled demo of it.',
      },
    },
    calculatedText('format'),
    calculatedNumber('entries', { label: 'Files and folders' }),
    calculatedNumber('unpackedBytes', { label: 'Unpacked bytes' }),
    calculatedText('sha256', { label: 'SHA-256', index: true }),
    listing,
  ],
}
