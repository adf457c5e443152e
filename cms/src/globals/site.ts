// Who the portfolio is about, and what is on every page.
import type { GlobalConfig } from 'payload'
import { anyone, readers, writers } from '../access/rules.ts'
import { linkRows } from '../fields/link-rows.ts'
import { onlyImages } from '../fields/only-images.ts'
import { seoField } from '../fields/seo.ts'
import { LINE, PARAGRAPH, ROWS } from '../fields/text-lengths.ts'
import { webAddressField } from '../fields/web-address-field.ts'
import { FURTHER } from '../languages/languages.ts'
import { MAX_VERSIONS } from '../limits.ts'
import { reportGlobalChange } from '../outbox/hooks.ts'

const AVAILABILITY = [
  { value: 'open', label: 'Open to offers' },
  { value: 'limited', label: 'Only for the right thing' },
  { value: 'closed', label: 'Not looking' },
]

export const site: GlobalConfig = {
  slug: 'site',
  access: { read: anyone, update: writers, readVersions: readers },
  admin: { group: 'Site' },
  versions: { max: MAX_VERSIONS, drafts: false },
  hooks: { afterChange: [reportGlobalChange] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Identity',
          fields: [
            { name: 'name', type: 'text', required: true, maxLength: LINE },
            { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
            {
              name: 'intro',
              type: 'textarea',
              localized: true,
              required: true,
              maxLength: PARAGRAPH,
            },
            { name: 'portrait', type: 'upload', relationTo: 'media', filterOptions: onlyImages },
            { name: 'location', type: 'text', localized: true, maxLength: LINE },
            {
              type: 'row',
              fields: [
                {
                  name: 'availabilityState',
                  type: 'select',
                  label: 'Availability',
                  options: AVAILABILITY,
                },
                {
                  name: 'availability',
                  type: 'text',
                  localized: true,
                  label: 'The same in words',
                  maxLength: LINE,
                  admin: { description: 'For instance “Open to work from March”.' },
                },
              ],
            },
            { name: 'email', type: 'email' },
            {
              name: 'socials',
              type: 'array',
              maxRows: ROWS,
              fields: [
                { name: 'label', type: 'text', localized: true, required: true, maxLength: 40 },
                { ...webAddressField('url', true), label: 'Address' },
              ],
            },
          ],
        },
        {
          label: 'Home page',
          fields: [
            {
              name: 'hero',
              type: 'group',
              label: 'Top of the home page',
              fields: [
                {
                  name: 'heading',
                  type: 'text',
                  localized: true,
                  maxLength: LINE,
                  admin: { description: 'Empty: your name and title.' },
                },
                linkRows('actions', 3),
              ],
            },
          ],
        },
        {
          label: 'Header and footer',
          fields: [
            linkRows('navigation', 10),
            { name: 'footer', type: 'textarea', localized: true, maxLength: PARAGRAPH },
            linkRows('footerLinks', 10),
          ],
        },
        {
          label: 'Languages',
          fields: [
            {
              name: 'languages',
              type: 'select',
              hasMany: true,
              label: 'Also in',
              options: FURTHER.map(({ code, label }) => ({ value: code, label })),
              admin: {
                description:
                  'Languages that visitors may choose beside English. What is not translated yet they read in English.',
              },
            },
          ],
        },
        {
          label: 'Visits',
          fields: [
            {
              name: 'countViews',
              type: 'checkbox',
              label: 'Count how often pages are viewed',
              defaultValue: true,
              admin: {
                description:
                  'By day and page, without cookies and without anything about visitors. Whoever asks not to be tracked is not counted. The dashboard shows the counts.',
              },
            },
          ],
        },
        {
          label: 'Search',
          fields: [
            {
              name: 'titleSuffix',
              type: 'text',
              localized: true,
              maxLength: 80,
              label: 'End of every page title',
              admin: { description: 'Empty: your name.' },
            },
            seoField(),
          ],
        },
      ],
    },
  ],
}
