import { expect, test } from '@jest/globals'
import { JSDOM } from 'jsdom'
import { REFUSED, TAKEN_OUT } from './hostile.ts'
import { SvgRefusal } from './refusal.ts'
import { sanitiseSvg } from './sanitise.ts'

const { DOMParser } = new JSDOM('').window

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`

const cleaned = async (text: string) => (await sanitiseSvg(text)).svg

/** Of a picture and of a page: what each finds in the same text. */
const readings = (text: string) => [
  new DOMParser().parseFromString(text, 'image/svg+xml').documentElement as Element,
  new DOMParser().parseFromString(text, 'text/html').body as Element,
]

const refusalOf = async (input: string | Uint8Array) => {
  const outcome = await sanitiseSvg(input).catch((error: unknown) => error)
  expect(outcome).toBeInstanceOf(SvgRefusal)
  return outcome as SvgRefusal
}

test.each(Object.entries(TAKEN_OUT))('%s is taken out', async (_, hostile) => {
  const { svg: text, isChanged } = await sanitiseSvg(hostile)
  expect(isChanged).toBe(true)
  expect(text).not.toMatch(/alert|evil|javascript|script|@import|CDATA|<!--/i)
  for (const root of readings(text)) {
    const names = [...root.querySelectorAll('*')].map(({ localName }) => localName)
    expect(names).toContain('rect')
    expect(
      names.filter((name) => /^(script|a|img|iframe|link|math|p|set|animate)$/i.test(name)),
    ).toEqual([])
    for (const element of root.querySelectorAll('*')) {
      const attributes = [...element.attributes].map(({ name }) => name)
      expect(attributes.filter((name) => /^on|^xlink/i.test(name))).toEqual([])
      expect(element.getAttribute('href') ?? '#').toMatch(/^#/)
    }
  }
})

test.each(Object.entries(REFUSED))('%s is refused', async (_, [code, hostile]) => {
  expect((await refusalOf(hostile)).code).toBe(code)
})

test.each(['onload', 'onclick', 'onbegin', 'ONLOAD', 'onfocusin', 'onwebkitanimationend'])(
  '%s is taken off the outermost element and any other',
  async (name) => {
    const attribute = ` ${name}="alert(1)"`
    const text = await cleaned(svg(`<rect${attribute} width="1"/>`, attribute))
    expect(text).not.toMatch(/alert/)
    expect(text).toMatch(/<rect width="1"\/>/)
  },
)

test.each([
  'fill="url(https://evil.example/a)"',
  'fill="url(&quot;https://evil.example/a#b&quot;)"',
  'fill="u\\72l(https://evil.example/a)"',
  'filter="url(data:image/svg+xml,x#f)"',
  'mask="URL( //evil.example/a )"',
  'cursor="url(https://evil.example/a)"',
  'style="fill:url(https://evil.example/a)"',
  'style="position:fixed;inset:0;z-index:9"',
  'style="background:url(https://evil.example/a)"',
  'style="behavior:url(#x);-moz-binding:url(#x)"',
  'style="fill:expression(alert(1))"',
  'style="fill:image-set(&quot;https://evil.example/a&quot; 1x)"',
  'd="M0 0 url(https://evil.example/a)"',
])('paint may not come from elsewhere: %s', async (attribute) => {
  expect(await cleaned(svg(`<rect width="1" ${attribute}/>`))).toMatch(/<rect width="1"\/>/)
})

test('a style sheet is held to the drawing, also where it tries to lead out of it', async () => {
  const sheet =
    'body,.a>b,#root~p,#root+p,:root,a{}b{fill:red}*{display:none}@media all{p{fill:red}}#r{x:y;fill:blue}'
  const text = await cleaned(svg(`<style>${sheet.replace('>', '&gt;')}</style><rect/>`, ' id="r"'))
  const [, css = ''] = /<style>(.*)<\/style>/.exec(text) ?? []
  const id = /^<svg[^>]* id="([^"]+)"/.exec(text)?.[1] ?? ''
  expect(id).toMatch(/^svg-[0-9a-f]{8}-r$/)
  const selectors = css
    .split('}')
    .flatMap((rule) => rule.split('{')[0]!.split(','))
    .filter(Boolean)
  expect(selectors).toEqual([`#${id} b`, `#${id} *`, `#${id}`])
})

test('ids get a prefix of their own, and what names them follows', async () => {
  const text = await cleaned(
    svg(
      '<defs><linearGradient id="g"/><marker id="a b"/></defs><style>#box{fill:url(#g)}</style>' +
        '<title id="t">x</title><rect id="box" fill="url(#g)" style="stroke:url(\'#g\')"/><use href="#box"/><use href="#gone"/>',
      ' aria-labelledby="t gone"',
    ),
  )
  const [, prefix] = /id="(svg-[0-9a-f]{8}-)g"/.exec(text) ?? []
  expect(text).toContain(`fill="url(#${prefix}g)"`)
  expect(text).toContain(`style="stroke:url(#${prefix}g)"`)
  expect(text).toContain(`<use href="#${prefix}box"/><use/>`)
  expect(text).toContain(`aria-labelledby="${prefix}t"`)
  expect(text).toContain(`#${prefix}root #${prefix}box{fill:url(#${prefix}g)}`)
  expect(text).toMatch(/<marker id="svg-[0-9a-f]{8}-part-\d+"/)
})

test('what is clean stays as it is, letter by letter', async () => {
  const once = await cleaned(
    svg(
      '<style>rect{fill:red}</style><g class="x &amp; y"><rect width="1"/><text>a &lt; b</text></g>',
    ),
  )
  expect(await sanitiseSvg(once)).toEqual({ svg: once, isChanged: false })
})

test('a drawing keeps its shapes, words, embedded pictures and text in any script', async () => {
  const inside =
    '<title>Größe</title><text xml:space="preserve">日本 &amp; <tspan dx="1">x</tspan></text>' +
    '<image href="data:image/png;base64,AAAA" width="1"/><feDropShadow/>'
  expect(await cleaned(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\n${svg(inside)}\n`)).toContain(
    inside,
  )
})

test('the bytes of a file may be UTF-8 and nothing else', async () => {
  const bytes = Buffer.from(svg('<text>ä</text>'))
  expect(await cleaned(bytes.toString())).toBe((await sanitiseSvg(bytes)).svg)
  expect((await refusalOf(Buffer.from(svg('<text>ä</text>'), 'latin1'))).code).toBe('svg-not-svg')
  expect((await refusalOf(Buffer.from(svg('<g/>'), 'utf16le'))).code).toBe('svg-not-svg')
})

test('a fault is told with its line', async () => {
  const { message } = await refusalOf(svg('\n<g>\n<rect>\n</g>'))
  expect(message).toBe('This is not well-formed SVG. Look at line 4.')
})

test('a long text that is almost CSS comes to an end', async () => {
  const long = 'a'.repeat(100_000)
  expect(
    await cleaned(
      svg(`<style>${long}!{fill:${long}(}</style><rect fill="${long}(" style="${long}"/>`),
    ),
  ).toContain('<rect/>')
})

test('drawings that come together are all cleaned', async () => {
  const all = await Promise.all(['a', 'b', 'c'].map((word) => cleaned(svg(`<text>${word}</text>`))))
  expect(all.map((text) => /<text>(.)</.exec(text)?.[1])).toEqual(['a', 'b', 'c'])
})
