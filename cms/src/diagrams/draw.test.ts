import { afterAll, expect, test } from '@jest/globals'
import { JSDOM } from 'jsdom'
import { type DrawOrder, draw } from './draw.ts'
import { faultText } from './fault-text.ts'

const { window } = new JSDOM('')
const names = ['document', 'DOMParser', 'XMLSerializer'] as const
for (const name of names) Object.assign(globalThis, { [name]: window[name] })
afterAll(() => {
  for (const name of names) delete (globalThis as Record<string, unknown>)[name]
})

const order = (source: string): DrawOrder => ({ source, settings: {}, id: 'x' })

const drawnBy = (source: string, render: (id: string, text: string) => Promise<{ svg: string }>) =>
  draw(order(source), { initialize: () => undefined, render: render as never })

const failing = (error: object) => () => Promise.reject(Object.assign(new Error('no'), error))

test('a drawing is written as XML, so that a parser of pictures reads it', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>a&nbsp;b<br></text></svg>'
  expect(await drawnBy('graph TD', async () => ({ svg }))).toEqual({
    svg: expect.stringMatching(/<text>a.b<br[^>]*\/><\/text>|<text>a.b<\/text>/),
  })
})

test.each([
  ['a grammar of the old kind', { hash: { loc: { first_line: 2 } } }],
  ['a grammar of the new kind', { result: { parserErrors: [{ token: { startLine: 2 } }] } }],
  ['a lexer of the new kind', { result: { lexerErrors: [{ line: 2 }] } }],
  ['a message alone', { message: 'Parse error on line 2: x' }],
])('the line of a fault is told by %s', async (_, error) => {
  expect(await drawnBy('pie\n"a" 1\n"b" 2', failing(error))).toMatchObject({ line: 2 })
})

test('lines are those that the editor sees, whatever mermaid strikes out before it counts', async () => {
  const error = { hash: { loc: { first_line: 2 } } }
  const source = '---\ntitle: x\n---\n%% a comment\nflowchart TD\n  a --'
  const seen: string[] = []
  const drawn = await drawnBy(source, (_, text) => {
    seen.push(text)
    return failing(error)()
  })
  expect(seen[0]).not.toMatch(/comment/)
  expect(drawn).toMatchObject({ line: 6 })
})

test('a fault behind the last line is shown at it', async () => {
  const drawn = await drawnBy('flowchart TD\n a --', failing({ hash: { loc: { first_line: 9 } } }))
  expect(drawn).toMatchObject({ line: 2 })
})

test('people read the line and the place, not what else a grammar would have taken', () => {
  const message = "Parse error on line 5:\n...A -->|x\n-----^\nExpecting 'SQE', 'PE', got '1'"
  expect(faultText({ message, line: 3 })).toBe('Line 3: mermaid does not understand “...A -->|x”.')
  expect(faultText({ message: 'No diagram type detected' })).toBe('No diagram type detected')
})
