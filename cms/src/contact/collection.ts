// What visitors wrote by the contact form: the inbox. Nothing but the form's own endpoint adds to it.
import type { CollectionConfig, Field } from 'payload'
import { editors, nobody, owners } from '../access/rules.ts'
import { calculatedNumber, calculatedText } from '../fields/calculated.ts'
import { DAY } from '../fields/day.ts'
import { LINE } from '../fields/text-lengths.ts'

export const MESSAGES = 'messages'

/** As it was sent: read, and never changed. */
const asSent = { access: { update: nobody }, admin: { readOnly: true } }
const calculatedDate = (name: string, label: string): Field => ({
  name,
  type: 'date',
  label,
  access: { create: nobody, update: nobody },
  admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
})
const hidden = { read: nobody, create: nobody, update: nobody }

const mailFields: Field[] = [
  {
    name: 'state',
    type: 'select',
    required: true,
    defaultValue: 'waiting',
    options: [
      { label: 'Waits to be sent', value: 'waiting' },
      { label: 'Sent', value: 'sent' },
      { label: 'Could not be sent', value: 'failed' },
      { label: 'Not sent', value: 'none' },
    ],
    access: { update: nobody },
    admin: { readOnly: true },
  },
  calculatedNumber('tries'),
  calculatedText('trouble', { label: 'What went wrong' }),
  calculatedDate('nextTryAt', 'Next try'),
]

export const messages: CollectionConfig = {
  slug: MESSAGES,
  access: {
    // Names and addresses of strangers: not for everyone with an account.
    read: editors,
    create: nobody,
    update: editors,
    delete: editors,
    readVersions: nobody,
    unlock: owners,
    admin: editors,
  },
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'state', 'createdAt'],
    description: 'What visitors wrote by the contact form.',
  },
  defaultSort: '-createdAt',
  versions: false,
  lockDocuments: false,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: LINE, ...asSent },
        { name: 'email', type: 'email', required: true, ...asSent },
      ],
    },
    { name: 'message', type: 'textarea', required: true, ...asSent },
    {
      name: 'reply',
      type: 'ui',
      admin: { components: { Field: '/contact/reply-link.client#ReplyLink' } },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'new',
      index: true,
      options: ['new', 'read', 'replied', 'spam'],
      admin: { position: 'sidebar' },
    },
    {
      name: 'deleteAfter',
      type: 'date',
      required: true,
      index: true,
      admin: {
        position: 'sidebar',
        description: 'The message is deleted on the night after this day.',
        date: DAY,
      },
    },
    {
      name: 'mail',
      type: 'group',
      label: 'Mail to you',
      fields: mailFields,
      admin: { position: 'sidebar' },
    },
    {
      type: 'collapsible',
      label: 'Is it spam?',
      admin: { initCollapsed: true },
      fields: [
        calculatedNumber('spamScore', { label: 'Score of 100' }),
        calculatedText('spamReasons', { label: 'Reasons' }),
      ],
    },
    // A form that is sent twice, by a double click or after a lost answer, is one message.
    {
      name: 'form',
      type: 'text',
      required: true,
      unique: true,
      admin: { hidden: true },
      access: hidden,
    },
  ],
}
