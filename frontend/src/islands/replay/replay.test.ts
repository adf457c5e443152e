import { beforeEach, expect, jest, test } from '@jest/globals'
import { eventually, inPage } from '../../testing/in-page.ts'
import { type LoadPlayer, wireReplay } from './replay.ts'

const MARKUP = `
  <section data-terminal>
    <live-terminal data-state="idle">
      <button data-replay-open hidden>Play the recording</button>
      <div data-replay="/api/terminal/demos/d1/recording" data-duration-ms="900" data-play="Lire" aria-label="Recorded: A">
        <pre><span class="f2">$</span> ls</pre>
      </div>
    </live-terminal>
  </section>`

type Opened = Awaited<ReturnType<LoadPlayer>>['openPlayer']

const dispose = jest.fn()
const toggled = jest.fn()
const openPlayer = jest.fn<Opened>()
const load = jest.fn<LoadPlayer>()

const find = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement
const section = () => find('section')

beforeEach(() => {
  inPage(MARKUP)
  for (const mock of [dispose, toggled, openPlayer, load]) mock.mockReset()
  load.mockResolvedValue({ openPlayer })
  openPlayer.mockImplementation((host) => {
    const button = document.createElement('button')
    button.addEventListener('click', () => toggled())
    host.replaceChildren(button)
    return { dispose }
  })
  wireReplay(section(), load)
})

const enter = (state: string) => {
  const terminal = find('live-terminal')
  terminal.dataset.state = state
  terminal.dispatchEvent(new Event('terminal-state'))
}

test('the button appears with the script, and nothing is fetched before it is pressed', () => {
  expect(find('[data-replay-open]').hidden).toBe(false)
  expect(load).not.toHaveBeenCalled()
})

test('the recording opens where its picture is, and plays', async () => {
  find('[data-replay-open]').click()
  await eventually(() => toggled.mock.calls.length === 1)
  const [host, options] = openPlayer.mock.calls[0] ?? []
  expect(host).toBe(find('[data-replay]'))
  expect(options).toMatchObject({
    poster: '<span class="f2">$</span> ls',
    durationMs: 900,
    label: 'Recorded: A',
    words: { play: 'Lire' },
  })
  expect(find('[data-replay-open]').hidden).toBe(true)
})

test('the cast is asked of the page’s own address, and what is none is an error', async () => {
  find('[data-replay-open]').click()
  await eventually(() => openPlayer.mock.calls.length === 1)
  const cast = openPlayer.mock.calls[0]?.[1].cast
  const { signal } = new AbortController()
  const answer = jest.fn<typeof fetch>()
  globalThis.fetch = answer
  answer.mockResolvedValueOnce(new Response('{"cast":"text"}'))
  expect(await cast?.(signal)).toBe('text')
  expect(answer).toHaveBeenCalledWith('/api/terminal/demos/d1/recording', { signal })
  answer.mockResolvedValueOnce(new Response('{}'))
  await expect(cast?.(signal)).rejects.toThrow('no recording')
  answer.mockResolvedValueOnce(new Response('', { status: 404 }))
  await expect(cast?.(signal)).rejects.toThrow('404')
})

test('a live terminal ends it, and afterwards its picture is there again', async () => {
  find('[data-replay-open]').click()
  await eventually(() => toggled.mock.calls.length === 1)
  enter('connecting')
  await eventually(() => dispose.mock.calls.length === 1 && !find('[data-replay-open]').hidden)
  expect(find('[data-replay] pre').textContent).toBe('$ ls')
  enter('running')
  expect(dispose).toHaveBeenCalledTimes(1)
})

test('a player that cannot be fetched leaves the picture and the button', async () => {
  load.mockRejectedValueOnce(new Error('offline'))
  find('[data-replay-open]').click()
  expect(find('[data-replay-open]').hidden).toBe(true)
  await eventually(() => !find('[data-replay-open]').hidden)
  expect(find('[data-replay] pre').textContent).toBe('$ ls')
})

test('wiring a page again opens one player', async () => {
  wireReplay(section(), load)
  find('[data-replay-open]').click()
  await eventually(() => toggled.mock.calls.length === 1)
  expect(openPlayer).toHaveBeenCalledTimes(1)
})
