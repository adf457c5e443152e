// What visitors of a guided demo may run.
import type { ArrayField } from 'payload'
import { checkArgument, isGuided } from '../demos/rules.ts'
import { LINE, ROWS, SENTENCE } from './text-lengths.ts'

export const guidedRules = (): ArrayField => ({
  name: 'rules',
  type: 'array',
  maxRows: ROWS,
  labels: { singular: 'Rule', plural: 'What visitors may run' },
  admin: {
    condition: isGuided,
    description:
      'Each line that a visitor enters must be one program with arguments that its rule allows.',
  },
  validate: (value, { data }) => {
    // The admin's form counts rows where the API has them.
    const count = Array.isArray(value) ? value.length : Number(value ?? 0)
    if (count > ROWS) return `At most ${ROWS} rules.`
    return (
      count > 0 ||
      !isGuided(data) ||
      'A guided demo needs a rule for each program that visitors may run.'
    )
  },
  fields: [
    {
      name: 'program',
      type: 'text',
      required: true,
      maxLength: LINE,
      admin: { description: 'As it is entered, for instance “./dinner” or “make”.' },
    },
    {
      name: 'argument',
      type: 'text',
      maxLength: SENTENCE,
      label: 'Pattern of arguments',
      validate: checkArgument,
      admin: {
        description:
          'A regular expression (RE2) that each argument must match as a whole, for instance “--still|[a-z]+”. Empty: the program takes no arguments.',
      },
    },
  ],
})
