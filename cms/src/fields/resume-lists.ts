// Lists of the résumé. Names and parts are those of JSON Resume, so that nothing is lost on the way there.
import type { ArrayField } from 'payload'
import { dayField, periodField } from './period.ts'
import { technologiesField } from './technologies.ts'
import { LINE, ROWS, SENTENCE } from './text-lengths.ts'
import { webAddressField } from './web-address-field.ts'

export const educationField = (): ArrayField => ({
  name: 'education',
  type: 'array',
  maxRows: ROWS,
  labels: { singular: 'School', plural: 'Education' },
  fields: [
    { name: 'institution', type: 'text', required: true, maxLength: LINE },
    {
      type: 'row',
      fields: [
        { name: 'area', type: 'text', localized: true, maxLength: LINE, label: 'Subject' },
        { name: 'studyType', type: 'text', localized: true, maxLength: LINE, label: 'Degree' },
        { name: 'score', type: 'text', localized: true, maxLength: 40, label: 'Grade' },
      ],
    },
    periodField(),
    webAddressField('website'),
    {
      name: 'courses',
      type: 'text',
      localized: true,
      hasMany: true,
      maxRows: ROWS,
      maxLength: LINE,
    },
  ],
})

export const certificatesField = (): ArrayField => ({
  name: 'certificates',
  type: 'array',
  maxRows: ROWS,
  fields: [
    { name: 'name', type: 'text', localized: true, required: true, maxLength: LINE },
    {
      type: 'row',
      fields: [
        { name: 'issuer', type: 'text', maxLength: LINE },
        dayField('date'),
        webAddressField('website'),
      ],
    },
  ],
})

export const languagesField = (): ArrayField => ({
  name: 'languages',
  type: 'array',
  maxRows: ROWS,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'language', type: 'text', localized: true, required: true, maxLength: 80 },
        {
          name: 'fluency',
          type: 'text',
          localized: true,
          maxLength: 80,
          admin: { description: 'For instance “native” or “B2”.' },
        },
      ],
    },
  ],
})

export const skillsField = (): ArrayField => ({
  name: 'skills',
  type: 'array',
  maxRows: ROWS,
  labels: { singular: 'Group of skills', plural: 'Skills' },
  fields: [
    { name: 'name', type: 'text', localized: true, required: true, maxLength: LINE },
    { name: 'level', type: 'text', localized: true, maxLength: 80 },
    technologiesField(),
  ],
})

export const interestsField = (): ArrayField => ({
  name: 'interests',
  type: 'array',
  maxRows: ROWS,
  fields: [
    { name: 'name', type: 'text', localized: true, required: true, maxLength: LINE },
    {
      name: 'keywords',
      type: 'text',
      localized: true,
      hasMany: true,
      maxRows: ROWS,
      maxLength: SENTENCE,
    },
  ],
})
