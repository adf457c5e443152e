// What a visitor may send by the contact form.
import { z } from 'zod'
import { LINE, PARAGRAPH } from '../fields/text-lengths.ts'
import { CONTACT } from '../limits.ts'

const hasNoControls = (value: string): boolean => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(value)
/** Tabs and line breaks are part of a text; other control characters are not. */
const isPlainText = (value: string): boolean => !/[^\P{Cc}\t\n\r]/u.test(value)

export const submissionSchema = z.strictObject({
  name: z
    .string('Give your name.')
    .trim()
    .min(1, 'Give your name.')
    .max(LINE, 'This name is too long.')
    // Names go into the head of a mail, where a line break would begin another field.
    .refine(hasNoControls, 'A name is one line of text.'),
  email: z
    .email('Give a mail address that you can be answered at.')
    .max(CONTACT.maxEmailCharacters, 'This mail address is too long.')
    .refine(hasNoControls, 'A mail address is one line of text.'),
  message: z
    .string('Write a message.')
    .trim()
    .min(CONTACT.minMessageCharacters, 'Write a few words more.')
    .max(PARAGRAPH, `A message has at most ${PARAGRAPH} characters.`)
    .refine(isPlainText, 'A message is plain text.'),
  /** A field that people do not see. Who fills it in is a program. */
  website: z.string().max(LINE).optional(),
  token: z.string().max(CONTACT.maxTokenCharacters),
})

export type Submission = z.output<typeof submissionSchema>
