import { expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { pageChanges } from './page-changes.ts'
import { renderAgain } from './render-again.ts'

test('a render that joined one from before the change is done again, and not for ever', async () => {
  const rendered: string[] = []
  let drops = 1
  const render = async (path: string) => {
    rendered.push(path)
    if (drops > 0) pageChanges().dropped += 1
    drops -= 1
  }
  expect(await renderAgain(['/a'], render)).toEqual([])
  expect(rendered).toEqual(['/a', '/a'])
  rendered.length = 0
  drops = Infinity
  expect(await renderAgain(['/a'], render)).toEqual([])
  expect(rendered).toHaveLength(LIMITS.maxJoinedRenders)
})

test('what cannot be rendered is named, and costs the others nothing', async () => {
  const render = async (path: string) => {
    if (path === '/b') throw new Error('not rendered')
  }
  expect(await renderAgain(['/a', '/b', '/c'], render)).toEqual(['/b'])
})
