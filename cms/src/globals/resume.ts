// The one source of the résumé, for the page, print, PDF and JSON Resume. Name and profiles are those of the site.
import type { GlobalConfig } from 'payload'
import { readers, readersOrWhere, writers } from '../access/rules.ts'
import { contactField } from '../fields/contact.ts'
import {
  certificatesField,
  educationField,
  interestsField,
  languagesField,
  skillsField,
} from '../fields/resume-lists.ts'
import { LINE, PARAGRAPH, ROWS } from '../fields/text-lengths.ts'
import { AUTOSAVE_INTERVAL_MS, MAX_VERSIONS } from '../limits.ts'
import { globalDraftHooks } from '../outbox/reported.ts'
import { jsonResumeEndpoint } from '../resume/endpoint.ts'

/** `siteUrl`: origin of the site. */
export const resume = ({ siteUrl }: { siteUrl: string }): GlobalConfig => ({
  slug: 'resume',
  label: 'Résumé',
  access: {
    read: readersOrWhere({ _status: { equals: 'published' } }),
    update: writers,
    readVersions: readers,
  },
  admin: {
    group: 'Content',
    description:
      'As a page, as a PDF, for programs and as a contact card: all from what is published here.',
  },
  versions: {
    max: MAX_VERSIONS,
    drafts: { autosave: { interval: AUTOSAVE_INTERVAL_MS } },
  },
  // Payload's form asks whether there is something published with a selection that leaves the answer out.
  forceSelect: { _status: true },
  hooks: globalDraftHooks(),
  endpoints: [jsonResumeEndpoint({ siteUrl })],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Profile',
          fields: [
            {
              name: 'headline',
              type: 'text',
              localized: true,
              maxLength: LINE,
              admin: { description: 'Empty: the title of the site.' },
            },
            { name: 'summary', type: 'textarea', localized: true, maxLength: PARAGRAPH },
            contactField(),
          ],
        },
        {
          label: 'Work',
          fields: [
            {
              name: 'experiences',
              type: 'relationship',
              relationTo: 'experiences',
              hasMany: true,
              maxRows: ROWS,
              admin: {
                description: 'In this order. Visitors never see drafts. Empty: all that they see.',
              },
            },
            {
              name: 'projects',
              type: 'relationship',
              relationTo: 'projects',
              hasMany: true,
              maxRows: ROWS,
              admin: {
                description: 'In this order. Visitors never see drafts. Empty: the featured ones.',
              },
            },
          ],
        },
        { label: 'Education', fields: [educationField(), certificatesField()] },
        { label: 'Skills', fields: [skillsField(), languagesField(), interestsField()] },
      ],
    },
  ],
})
