import { expect, test } from '@jest/globals'
import { markOf, needsDrawing, undrawnIn } from './diagram.ts'
import { applyOutcomes, notTried, outcomeOf } from './outcome.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1"/></svg>'

const diagram = (source: string, more: object = {}) => ({
  kind: 'mermaid',
  source,
  textAlternative: 'x',
  ...more,
})

test('a diagram waits until somebody has tried the source that it has now', () => {
  const one = diagram('a')
  expect(needsDrawing(one)).toBe(true)
  expect(needsDrawing({ ...one, drawnFrom: markOf(one) })).toBe(false)
  expect(needsDrawing({ ...one, drawnFrom: markOf(one), source: 'b' })).toBe(true)
  expect(needsDrawing({ ...one, kind: 'ascii' })).toBe(false)
  expect(needsDrawing({ ...one, source: ' ' })).toBe(false)
})

test('diagrams are found in arrays, groups and blocks of a text', () => {
  const [one, two, three] = [diagram('a'), diagram('b'), diagram('c')]
  const document = {
    diagrams: [one],
    architecture: { diagrams: [two] },
    body: { root: { children: [{ type: 'block', fields: { blockType: 'diagram', ...three } }] } },
    updatedAt: new Date(),
    cover: null,
  }
  expect(undrawnIn(document).map(({ source }) => source)).toEqual(['a', 'b', 'c'])
})

test('an outcome goes to every diagram of its source, and to none that has changed meanwhile', async () => {
  const [one, other] = [diagram('a'), diagram('b')]
  const outcome = await outcomeOf(markOf(one), { svg: SVG }, { svg: SVG })
  const document = { diagrams: [one, other, diagram('a')] }
  expect(applyOutcomes(document, new Map([[markOf(one), outcome]]))).toBe(true)
  expect(document.diagrams.map((each) => 'lightSvg' in each)).toEqual([true, false, true])
  expect(applyOutcomes(document, new Map([[markOf(one), outcome]]))).toBe(false)
})

test('a drawing that cannot be kept is a fault, and so is one theme without the other', async () => {
  const bad = { svg: '<svg><script/></svg>' }
  expect(await outcomeOf('m', { svg: SVG }, bad)).toMatchObject({ lightSvg: null, drawnFrom: 'm' })
  const fault = { message: 'no', line: 3 }
  expect(await outcomeOf('m', { svg: SVG }, fault)).toMatchObject({ drawError: 'Line 3: no' })
})

test('where nothing can draw, that is said once and the diagram goes on waiting', () => {
  const document = { diagrams: [diagram('a')] }
  const outcomes = new Map([[markOf(document.diagrams[0]!), notTried('No browser.')]])
  expect(applyOutcomes(document, outcomes)).toBe(true)
  expect(applyOutcomes(document, outcomes)).toBe(false)
  expect(undrawnIn(document)).toHaveLength(1)
})
