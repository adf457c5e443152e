import { expect, test } from '@jest/globals'
import { iconPath } from './icon-path.ts'
import { checkIcon, searchIcons } from './icons.ts'

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

test.each([
  ['C++', 'cplusplus'],
  ['c', 'c'],
  ['node.js', 'nodedotjs'],
  ['Postgres', 'postgresql'],
  ['react flow', 'xyflow'],
])('whoever looks for %j sees %s first', async (text, slug) => {
  expect((await searchIcons(text))[0]).toMatchObject({ slug })
})

test('whoever looks for nothing yet sees all marks, and each can be drawn', async () => {
  const all = await searchIcons(' ')
  expect(all.length).toBeGreaterThan(3000)
  const some = all.filter((_, index) => index % 100 === 0)
  const paths = await Promise.all(some.map(({ slug }) => iconPath(slug)))
  for (const path of paths) expect(path).toMatch(/^[Mm][-\d. MmLlHhVvCcSsQqTtAaZze,]+$/)
})

test('a name like no other finds nothing', async () => {
  expect(await searchIcons('zzzzqq')).toEqual([])
  expect(await searchIcons('---')).toEqual([])
})
