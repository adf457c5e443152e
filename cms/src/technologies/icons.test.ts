import { expect, test } from '@jest/globals'
import { checkIcon } from './icons.ts'

test.each(['postgresql', 'c', 'gnubash', '', null, undefined])('%j is accepted', async (icon) => {
  expect(await checkIcon(icon)).toBe(true)
})

test.each([
  { icon: 'postgres', meant: 'postgresql' },
  { icon: 'Node.js', meant: 'nodedotjs' },
  { icon: 'bash', meant: 'gnubash' },
])('whoever writes $icon is told of $meant', async ({ icon, meant }) => {
  const answer = await checkIcon(icon)
  expect(answer).toContain(`“${icon}”`)
  expect(answer).toContain(meant)
})

test.each(['x'.repeat(81), 7, {}, ['c']])('%j is refused', async (icon) => {
  expect(await checkIcon(icon)).toBe('Give the name of a mark.')
})

test('a name like no other is refused without advice', async () => {
  expect(await checkIcon('---')).toBe('simple-icons has no mark “---”.')
})
