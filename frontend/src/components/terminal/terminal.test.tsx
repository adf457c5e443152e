import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { demoSchema } from '../../cms/shapes/project.ts'
import { Speaks } from '../../i18n/context.tsx'
import { Terminal } from './terminal.tsx'

const demo = demoSchema.parse({
  id: 'd1',
  title: 'A tiny shell',
  toolchain: 'c',
  welcome: 'Welcome <b>',
  commands: [
    { label: 'A pipeline', command: 'echo "a" | wc', explanation: 'Counts.', expect: '1' },
    { label: null, command: 'ls', explanation: null, expect: null },
  ],
})
const html = renderToStaticMarkup(<Terminal slug="tiny-shell" demo={demo} />)

test('without script the commands, what they do and what they print are there to read', () => {
  expect(html).toContain('<code>echo &quot;a&quot; | wc</code>')
  expect(html).toContain('Counts.')
  expect(html).toContain('<samp>1</samp>')
  expect(html).toContain('<noscript>')
  expect(html).toContain('data-state="idle"')
  expect(html).toContain('Welcome &lt;b&gt;')
})

test('what needs script is hidden until there is one', () => {
  for (const [button] of html.matchAll(/<button[^>]*>/g)) expect(button).toContain('hidden')
  expect(html).toContain('project="tiny-shell"')
  expect(html).toContain('tickets-url="/api/terminal/tickets"')
  expect(html).toContain('moments-url="/api/terminal/moments"')
  expect(html).toContain('data-terminal-command="echo &quot;a&quot; | wc"')
})

test.each(['en', 'fr'] as const)(
  'a button that types is called what it shows, and which command it is for (%s)',
  (language) => {
    const drawn = renderToStaticMarkup(
      <Speaks language={language}>
        <Terminal slug="a" demo={demo} />
      </Speaks>,
    )
    const buttons = [
      ...drawn.matchAll(/data-terminal-command[^>]*aria-label="([^"]*)"[^>]*>([^<]+)</g),
    ]
    expect(buttons).toHaveLength(2)
    for (const [, name = '', shown = ''] of buttons) expect(name.startsWith(shown)).toBe(true)
    expect(buttons.map(([, name]) => name)).toEqual([
      expect.stringMatching(/: A pipeline$/),
      expect.stringMatching(/: ls$/),
    ])
  },
)

test.each([
  ['en', true, 'Last checked <time', '26 November 2026</time>, passed</p>'],
  ['en', false, 'Last checked <time', '26 November 2026</time>, failed</p>'],
  ['fr', true, 'Dernière vérification le <time', '26 novembre 2026</time>, réussie</p>'],
] as const)(
  'it says when it was last tried, and how that went (%s, %s)',
  (language, ok, start, end) => {
    const at = '2026-11-26T23:59:00.000Z'
    const tried = renderToStaticMarkup(
      <Speaks language={language}>
        <Terminal slug="a" demo={demoSchema.parse({ ...demo, lastTry: { ok, at } })} />
      </Speaks>,
    )
    expect(tried).toContain(`>${start} dateTime="${at}">${end}`)
  },
)

test.each([
  ['en', '/demo/tiny-shell', 'Full window'],
  ['fr', '/fr/demo/tiny-shell', 'Pleine fenêtre'],
] as const)('a plain link leads to it in a window of its own (%s)', (language, href, words) => {
  const drawn = renderToStaticMarkup(
    <Speaks language={language}>
      <Terminal slug="tiny-shell" demo={demo} />
    </Speaks>,
  )
  expect(drawn).toContain(`<a href="${href}">${words}</a>`)
})

test('one that was never tried says nothing of it', () => {
  expect(html).not.toContain('<time')
})

test('what the owner says of all terminals now stands beside it, and nothing while that is nothing', () => {
  const notice = 'On Sunday <b>\nthe machine rests.'
  const told = renderToStaticMarkup(<Terminal slug="a" demo={demo} notice={notice} />)
  expect(told).toContain(
    '<p class="terminal-notice lines">On Sunday &lt;b&gt;\nthe machine rests.</p>',
  )
  expect(html).not.toContain('terminal-notice')
})

test('only a demo with a shell promises one', () => {
  const guided = renderToStaticMarkup(<Terminal slug="a" demo={{ ...demo, mode: 'guided' }} />)
  expect(html).toContain('A shell in a sandbox')
  expect(guided).toContain('A prompt for the project’s own commands in a sandbox')
  expect(guided).not.toContain('A shell')
})

test('a recording shows its fullest screen, in its own colours and nothing else’s', () => {
  const recording = {
    title: 'A dinner',
    address: '/api/terminal/demos/d1/recording',
    durationMs: 900,
    cols: 80,
    rows: 24,
    poster: [
      { classes: ['f2', 'bold', 'button'], text: '<b>' },
      { classes: [], text: ' plain' },
    ],
  }
  const parsed = demoSchema.parse({ ...demo, recording })
  const recorded = renderToStaticMarkup(<Terminal slug="a" demo={parsed} />)
  expect(recorded).toContain('<span class="f2 bold">&lt;b&gt;</span> plain</pre>')
  expect(recorded).toContain('aria-label="Recorded: A dinner"')
  expect(recorded).not.toContain('Welcome')
  expect(recorded).toContain('data-replay="/api/terminal/demos/d1/recording"')
  expect(recorded).toMatch(/<button[^>]* data-replay-open="true" hidden=""/)
  expect(html).not.toContain('data-replay')
})
