// The terminals' switch and limits.
import type { GlobalConfig } from 'payload'
import { editors, nobody, staff } from '../access/rules.ts'
import { defaultSessionLimits } from '../fields/session-limits.ts'
import { SENTENCE } from '../fields/text-lengths.ts'
import { reportGlobalChange } from '../outbox/hooks.ts'

export const terminal: GlobalConfig = {
  slug: 'terminal',
  access: { read: staff, update: editors, readVersions: nobody },
  admin: { group: 'Terminals' },
  label: 'Terminal settings',
  versions: false,
  hooks: { afterChange: [reportGlobalChange] },
  fields: [
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      admin: {
        description:
          'Off: nobody can launch a terminal, and sessions that run end within half a minute.',
      },
    },
    {
      name: 'capacity',
      type: 'number',
      required: true,
      defaultValue: 24,
      min: 1,
      max: 1000,
      label: 'Sessions at the same time',
    },
    {
      name: 'maxSessionsPerAddress',
      type: 'number',
      required: true,
      defaultValue: 3,
      min: 1,
      max: 100,
      label: 'Sessions of one visitor',
    },
    defaultSessionLimits(),
    {
      name: 'notice',
      type: 'textarea',
      localized: true,
      maxLength: SENTENCE,
      admin: {
        description:
          'Shown beside every terminal of the site, for as long as something is written here.',
      },
    },
    {
      name: 'replay',
      type: 'group',
      label: 'Recording of visitors',
      admin: {
        description:
          'What programs print is kept for you to look at. Every visitor is told before the first prompt.',
      },
      fields: [
        { name: 'enabled', type: 'checkbox', defaultValue: false, label: 'Record every session' },
        {
          name: 'days',
          type: 'number',
          required: true,
          defaultValue: 7,
          min: 1,
          max: 90,
          label: 'Days until a recording is deleted',
        },
      ],
    },
  ],
}
