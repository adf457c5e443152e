import { expect, test } from '@jest/globals'
import { isMarked, markedName } from './names.ts'

test('each upload gets a name of its own, with its ending', () => {
  expect(markedName('photo.PNG')).toMatch(/^photo-[0-9a-f]{16}\.png$/)
  expect(markedName('code.tar.gz')).toMatch(/^code-[0-9a-f]{16}\.tar\.gz$/)
  expect(markedName('../../x')).toMatch(/^x-[0-9a-f]{16}$/)
  expect(markedName('a.png')).not.toBe(markedName('a.png'))
})

test('only a name with a mark stands for one content for ever', () => {
  expect(isMarked(markedName('photo.png'))).toBe(true)
  expect(isMarked(markedName('code.tar.gz'))).toBe(true)
  expect(isMarked(markedName('photo.png').replace('.png', '-480x320.webp'))).toBe(true)
  expect(isMarked('photo-1.png')).toBe(false)
  expect(isMarked('photo-0123456789abcdef-draft.png')).toBe(false)
})
