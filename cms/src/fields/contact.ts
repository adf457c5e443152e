// How a reader of the résumé reaches its owner, in the parts that JSON Resume knows.
import type { GroupField } from 'payload'
import { LINE } from './text-lengths.ts'
import { webAddressField } from './web-address-field.ts'

const PHONE = /^\+?[0-9][0-9 ()./-]{4,38}$/
const COUNTRY = /^[A-Z]{2}$/

export const contactField = (): GroupField => ({
  name: 'contact',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'email', type: 'email' },
        {
          name: 'phone',
          type: 'text',
          admin: { placeholder: '+47 55 00 00 00' },
          validate: (value: string | null | undefined) =>
            !value || PHONE.test(value) || 'Give a number such as +47 55 00 00 00.',
        },
        webAddressField('website'),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'city', type: 'text', maxLength: LINE },
        { name: 'region', type: 'text', maxLength: LINE },
        {
          name: 'countryCode',
          type: 'text',
          label: 'Country',
          admin: { placeholder: 'NO', width: '20%' },
          validate: (value: string | null | undefined) =>
            !value || COUNTRY.test(value) || 'Give the two capital letters of the country.',
        },
      ],
    },
  ],
})
