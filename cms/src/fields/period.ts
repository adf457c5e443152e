// From when until when.
import type { DateField, GroupField } from 'payload'
import { DAY } from './day.ts'

const isAfterStart = (
  value: Date | string | null | undefined,
  { siblingData }: { siblingData: unknown },
): true | string => {
  const { start } = siblingData as { start?: string | null }
  if (!value || !start) return true
  return new Date(value) >= new Date(start) || 'The end comes before the start.'
}

const dayOnly = { date: DAY }

/** A date without a time of day. */
export const dayField = (name: string, required = false): DateField => ({
  name,
  type: 'date',
  required,
  admin: dayOnly,
})

/** `isStartRequired`: the end may always be missing, which means that it still goes on. */
export const periodField = ({ isStartRequired = false } = {}): GroupField => ({
  name: 'period',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        dayField('start', isStartRequired),
        {
          ...dayField('end'),
          admin: { ...dayOnly, description: 'Empty: still going on.' },
          validate: isAfterStart,
        },
      ],
    },
  ],
})
