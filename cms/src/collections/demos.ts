// A project that runs in a terminal. Visitors see what it can do; how it is built stays with staff.

import { MODES, type Mode, TOOLCHAINS } from '@shellfolio/protocol'
import type { CollectionConfig } from 'payload'
import { editors, nobody, owners, staff, staffOrWhere } from '../access/rules.ts'
import { checkCommand } from '../demos/rules.ts'
import { testRulesEndpoint } from '../demos/test-rules.ts'
import { guidedRules } from '../fields/guided-rules.ts'
import { sandboxFlags } from '../fields/sandbox-flags.ts'
import { sessionLimits } from '../fields/session-limits.ts'
import { staffOnly } from '../fields/staff-only.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from '../fields/text-lengths.ts'
import { plainHooks } from '../outbox/reported.ts'

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/

const MODE_LABELS = {
  shell: 'Shell: visitors use bash',
  guided: 'Guided: visitors run what the rules allow',
} satisfies Record<Mode, string>

/** A folder inside the archive: relative, without a way out. */
const isInside = (value: string | null | undefined): true | string => {
  const parts = (value ?? '.').split('/')
  const isSafe = !value?.startsWith('/') && !value?.includes('\0') && !parts.includes('..')
  return isSafe || 'Give a folder inside the archive, for instance “.” or “server”.'
}

export const demos: CollectionConfig = {
  slug: 'demos',
  access: {
    read: staffOrWhere({ enabled: { equals: true } }),
    create: editors,
    update: editors,
    delete: editors,
    readVersions: nobody,
    unlock: owners,
    admin: staff,
  },
  admin: {
    useAsTitle: 'title',
    group: 'Terminals',
    defaultColumns: ['title', 'toolchain', 'enabled', 'updatedAt'],
  },
  versions: false,
  hooks: plainHooks(),
  endpoints: [testRulesEndpoint],
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
    staffOnly({ name: 'archive', type: 'upload', relationTo: 'archives', required: true }),
    staffOnly({
      name: 'workdir',
      type: 'text',
      defaultValue: '.',
      maxLength: LINE,
      label: 'Folder in which the shell starts',
      validate: isInside,
    }),
    staffOnly({
      name: 'build',
      type: 'textarea',
      maxLength: PARAGRAPH,
      label: 'Build command',
      admin: { description: 'Run once for each archive, inside a sandbox. May be empty.' },
    }),
    { name: 'toolchain', type: 'select', required: true, options: [...TOOLCHAINS] },
    {
      name: 'mode',
      type: 'select',
      required: true,
      defaultValue: 'shell',
      options: MODES.map((value) => ({ value, label: MODE_LABELS[value] })),
    },
    staffOnly(guidedRules()),
    {
      name: 'commands',
      type: 'array',
      maxRows: ROWS,
      labels: { singular: 'Command', plural: 'Commands to try' },
      fields: [
        { name: 'label', type: 'text', localized: true, required: true, maxLength: LINE },
        {
          name: 'command',
          type: 'text',
          required: true,
          maxLength: SENTENCE,
          validate: checkCommand,
        },
        { name: 'explanation', type: 'textarea', localized: true, maxLength: SENTENCE },
        {
          name: 'expect',
          type: 'text',
          maxLength: LINE,
          admin: { description: 'A piece of text that the command prints when it works.' },
        },
      ],
    },
    staffOnly({
      name: 'environment',
      type: 'array',
      maxRows: ROWS,
      labels: { singular: 'Variable', plural: 'Environment' },
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          validate: (value: string | null | undefined) =>
            VARIABLE.test(value ?? '') || 'Letters, digits and underscores only.',
        },
        { name: 'value', type: 'text', maxLength: SENTENCE },
      ],
    }),
    {
      name: 'welcome',
      type: 'textarea',
      localized: true,
      maxLength: PARAGRAPH,
      label: 'Welcome text',
    },
    staffOnly(sandboxFlags()),
    staffOnly(sessionLimits()),
    staffOnly({
      name: 'maxSessions',
      type: 'number',
      min: 1,
      max: 100,
      label: 'Sessions at the same time',
      admin: { position: 'sidebar' },
    }),
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      admin: { position: 'sidebar' },
    },
  ],
}
