// Who the portfolio is about, and what is on every page.
import type { GlobalConfig } from 'payload'
import { anyone, editors, nobody } from '../access/rules.ts'
import { seoField } from '../fields/seo.ts'
import { ADDRESS, LINE, PARAGRAPH, ROWS } from '../fields/text-lengths.ts'
import { isDestination } from '../fields/web-address.ts'
import { webAddressField } from '../fields/web-address-field.ts'
import { reportGlobalChange } from '../outbox/hooks.ts'

export const site: GlobalConfig = {
  slug: 'site',
  access: { read: anyone, update: editors, readVersions: nobody },
  admin: { group: 'Site' },
  versions: false,
  hooks: { afterChange: [reportGlobalChange] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: LINE },
    { name: 'title', type: 'text', required: true, maxLength: LINE },
    { name: 'intro', type: 'textarea', required: true, maxLength: PARAGRAPH },
    { name: 'location', type: 'text', maxLength: LINE },
    { name: 'availability', type: 'text', maxLength: LINE },
    { name: 'email', type: 'email' },
    {
      name: 'navigation',
      type: 'array',
      maxRows: 10,
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 40 },
        {
          name: 'href',
          type: 'text',
          required: true,
          maxLength: ADDRESS,
          label: 'Address',
          validate: (value: string | null | undefined) =>
            value ? isDestination(value) : 'Give an address.',
        },
      ],
    },
    {
      name: 'socials',
      type: 'array',
      maxRows: ROWS,
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 40 },
        webAddressField('url', true),
      ],
    },
    { name: 'footer', type: 'textarea', maxLength: PARAGRAPH },
    seoField(),
  ],
}
