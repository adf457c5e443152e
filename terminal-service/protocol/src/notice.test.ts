import { expect, test } from '@jest/globals'
import { MAX_NOTICE_CHARS } from './limits.ts'
import { isNotice } from './notice.ts'

test.each(['Back in a minute.', 'Prêt ? 👩‍💻', 'x'.repeat(MAX_NOTICE_CHARS)])(
  'a line of text is a notice: %j',
  (text) => {
    expect(isNotice(text)).toBe(true)
  },
)

test.each([
  '',
  '  ',
  'two\nlines',
  'a\u001b[2Jb',
  'tab\there',
  'line\u2028separator',
  'turned\u202eround',
  'x'.repeat(MAX_NOTICE_CHARS + 1),
  7,
  undefined,
])('%j is none', (value) => {
  expect(isNotice(value)).toBe(false)
})
