import { beforeEach, expect, test } from '@jest/globals'
import { drawingOfPath, drawingPath } from './drawing-path.ts'
import { drawingNamed, setDrawingAside } from './drawings.ts'
import { LIMITS } from './limits.ts'
import { forgetDrawings } from './testing/drawings.ts'

beforeEach(forgetDrawings)

const svg = (attributes: string, inside = '') => `<svg ${attributes}>${inside}</svg>`

test('a drawing is found by its name, and another drawing has another name', () => {
  const one = setDrawingAside(svg('viewBox="0 0 10 20"'))
  const two = setDrawingAside(svg('viewBox="0 0 10 21"'))
  expect(one.name).not.toBe(two.name)
  expect(drawingNamed(one.name)).toBe(svg('viewBox="0 0 10 20"'))
  expect(drawingNamed('0'.repeat(32))).toBeUndefined()
})

test.each([
  ['viewBox="0 0 420.4 120"', [420, 120]],
  ['width="100%" viewBox="-8,-8,300,200"', [300, 200]],
  ['width="300" height="200px"', [300, 200]],
  ['stroke-width="3" height="200"', [800, 600]],
  ['viewBox="0 0 0 0"', [800, 600]],
  ['viewBox="a b c d"', [800, 600]],
  ['viewBox="0 0 1e9 2"', [800, 600]],
])('%s: its place is kept', (attributes, size) => {
  const { width, height } = setDrawingAside(svg(attributes))
  expect([width, height]).toEqual(size)
})

test('what is kept is bounded; the drawing that nobody asked for goes first', () => {
  const large = 'x'.repeat(LIMITS.drawingsMaxCharacters / 2 - 100)
  const [a, b] = [setDrawingAside(svg('id="a"', large)), setDrawingAside(svg('id="b"', large))]
  drawingNamed(a.name)
  const c = setDrawingAside(svg('id="c"', large))
  expect(drawingNamed(a.name)).toBeDefined()
  expect(drawingNamed(b.name)).toBeUndefined()
  expect(drawingNamed(c.name)).toBeDefined()
})

test('an address names the page that shows a drawing', () => {
  const name = 'a'.repeat(32)
  for (const page of ['/', '/projects/a', '/fr/projects/a', '/uses']) {
    expect(drawingOfPath(drawingPath(page, name))).toEqual({ page, name })
  }
  for (const path of ['/diagrams/x.svg', `/diagrams/../${name}.svg`, `/diagrams/a/${name}.png`]) {
    expect(drawingOfPath(path)).toBeUndefined()
  }
})
