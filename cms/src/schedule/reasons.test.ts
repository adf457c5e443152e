import { expect, test } from '@jest/globals'
import type { Item } from '../checklist/facts.ts'
import { reasonsOf } from './reasons.ts'

const item = (path: string, message: string, level: Item['level'] = 'blocks'): Item => ({
  id: path,
  rule: 'needed',
  level,
  message,
  where: { path, label: path },
})
const refusal = (...errors: object[]) => Object.assign(new Error('Invalid'), { data: { errors } })

test('a document that is not fit is refused for what its checklist says, and not for mere advice', () => {
  const items = [item('summary', 'Summary is required.'), item('seo', 'Short.', 'advice')]
  expect(reasonsOf(refusal({ path: 'summary', message: 'No.' }), items)).toEqual([
    'Summary is required.',
  ])
})

test('what only the fields themselves ask for is told as well, by their names', () => {
  const error = refusal(
    { path: 'summary', message: 'No.', label: 'Summary' },
    { path: 'period.start', message: 'This field is required.', label: 'Period > Start' },
    { path: 'kind', message: 'Choose one.' },
  )
  expect(reasonsOf(error, [item('summary', 'Summary is required.')])).toEqual([
    'Summary is required.',
    'Period > Start: This field is required.',
    'kind: Choose one.',
  ])
})

test.each([
  [403, /may not/],
  [404, /is gone or in the trash/],
])('status %d is told in words', (status, words) => {
  const reasons = reasonsOf(Object.assign(new Error('x'), { status }), [])
  expect(reasons).toEqual([expect.stringMatching(words)])
})

test.each([new Error('The pool has ended'), undefined, { status: 500 }, 'x'])(
  'a defect is no refusal: %p',
  (error) => {
    expect(reasonsOf(error, [item('summary', 'Summary is required.')])).toBeUndefined()
  },
)

test('a document with hundreds of dead links has twenty reasons', () => {
  const items = Array.from({ length: 300 }, (_, index) => item(`body.${index}`, `Link ${index}.`))
  expect(reasonsOf(refusal({ path: 'body.0', message: 'x' }), items)).toHaveLength(20)
})
