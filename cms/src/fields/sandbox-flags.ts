// What a demo's sandbox opens beyond the usual.
import type { GroupField } from 'payload'

export const sandboxFlags = (): GroupField => ({
  name: 'flags',
  type: 'group',
  label: 'The sandbox opens',
  fields: [
    {
      name: 'loopback',
      type: 'checkbox',
      defaultValue: false,
      label: '127.0.0.1',
      admin: {
        description:
          'Programs may talk to each other over 127.0.0.1, for a client and a server in one sandbox; nothing else is reachable.',
      },
    },
    {
      name: 'debug',
      type: 'checkbox',
      defaultValue: false,
      label: 'Debuggers',
      admin: { description: 'Allows gdb and strace.' },
    },
  ],
})
