// <live-terminal> in a real browser under a policy that allows no inline style and no inline script.
import { describe, expect, test } from '@jest/globals'
import { errors, page, server } from '../support/plugin/browser-fixture.ts'
import { eventually } from '../support/plugin/host.ts'

const state = () => page.locator('live-terminal').getAttribute('data-state')
const status = () => page.getByRole('status').textContent()
const text = () =>
  page.evaluate(() =>
    (document.querySelector('live-terminal') as unknown as { text(): string }).text(),
  )
const launch = async () => {
  await page.getByRole('button', { name: 'Launch' }).click()
  await eventually('it runs', async () => (await state()) === 'running')
  await eventually('the prompt is there', async () => (await text()).includes('visitor:~$'))
}

describe('a terminal in a browser', () => {
  test('loads nothing heavy before anybody wants it', async () => {
    const names = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    )
    expect(names.filter((name) => name.includes('connection'))).toEqual([])
    expect(await state()).toBe('idle')
  })

  test('is launched, takes the focus, and carries what is typed, with no violation of the policy', async () => {
    await launch()
    await page.keyboard.type('echo größer')
    await page.keyboard.press('Enter')
    await eventually('it is echoed', async () => (await text()).includes('echo größer'))
    await eventually('output is acknowledged', () => server.session().acked() > 0)
    expect(errors).toEqual([])
  })

  test('tells that it is recorded before there is anything to be recorded, and as long as it runs', async () => {
    const told = page.getByText('This session is recorded for the owner of this site.')
    await launch()
    expect(await told.count()).toBe(0)
    server.record()
    // As the page sees it: what was said when the prompt came.
    await page.evaluate(() => {
      const seen: boolean[] = []
      Object.assign(window, { seen })
      document.addEventListener('terminal-state', (event) => {
        const { detail } = event as CustomEvent<{ state: string; message: string }>
        const text = document.querySelector('.live-terminal__recorded')?.textContent ?? ''
        if (detail.message.startsWith('Connect')) seen.push(text !== '')
      })
    })
    await page.evaluate(() => {
      const element = document.querySelector('live-terminal') as unknown as { launch(): void }
      element.launch()
    })
    await eventually('it is told', async () => (await told.count()) === 1)
    await eventually('it runs', async () => (await state()) === 'running')
    expect(await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen)).toContain(
      true,
    )
    expect(await told.isVisible()).toBe(true)
  })

  test('shows colours of all kinds under the policy', async () => {
    await launch()
    server
      .session()
      .print('\x1b[31mred\x1b[0m \x1b[38;2;10;200;30mtrue\x1b[0m \x1b[48;2;1;2;3mback\x1b[0m\r\n')
    await eventually('it is there', async () => (await text()).includes('red true back'))
    const colours = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.xterm-rows span')]
          .filter(({ textContent }) => textContent?.includes('true'))
          .map((span) => getComputedStyle(span).color),
      )
    await eventually('it is drawn', async () => (await colours()).length === 1)
    expect(await colours()).toEqual(['rgb(10, 200, 30)'])
    const height = await page.evaluate(
      () => document.querySelector('.xterm-rows > div')?.getBoundingClientRect().height ?? 0,
    )
    expect(height).toBeGreaterThan(10)
    expect(errors).toEqual([])
  })

  test('inserts a command without running it', async () => {
    await launch()
    const before = server.session().typed().length
    await page.evaluate(() =>
      (document.querySelector('live-terminal') as unknown as { type(text: string): boolean }).type(
        'make test\nrm -rf x',
      ),
    )
    await eventually(
      'it is typed',
      () => server.session().typed().slice(before) === 'make test rm -rf x',
    )
  })

  test('lets the keyboard out in both directions', async () => {
    await launch()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await eventually('the focus is behind', () =>
      page.evaluate(() => document.activeElement?.id === 'after'),
    )
    await page.locator('.xterm-helper-textarea').focus()
    await page.keyboard.press('Shift+Tab')
    expect(
      await page.evaluate(() => document.querySelector('.xterm')?.contains(document.activeElement)),
    ).toBe(false)
  })

  test('is ended by its button and launched again', async () => {
    await launch()
    await page.getByRole('button', { name: 'End session' }).click()
    await eventually('it has ended', async () => (await state()) === 'ended')
    expect(await status()).toBe('You ended the session.')
    await page.getByRole('button', { name: 'Launch again' }).click()
    await eventually('it runs', async () => (await state()) === 'running')
  })

  test('shows the log of a build that failed', async () => {
    await launch()
    server.session().exit('build-failed', 'main.c:1: error')
    await eventually('it has failed', async () => (await state()) === 'failed')
    expect(await status()).toBe('The project could not be built.')
    expect(await page.locator('.live-terminal__detail').textContent()).toBe('main.c:1: error')
  })

  test('says in a sentence why it did not begin, and tries again', async () => {
    server.refuse('terminal-full')
    await page.getByRole('button', { name: 'Launch' }).click()
    await eventually('it is told', async () => (await state()) === 'unavailable')
    expect(await status()).toBe('Every terminal is in use. Try again in a moment.')
    server.refuse(undefined)
    await page.getByRole('button', { name: 'Try again' }).click()
    await eventually('it runs', async () => (await state()) === 'running')
  })
})

const isIn = (wanted: string) =>
  eventually(`it is ${wanted}`, async () => (await state()) === wanted)
const call = (method: string) =>
  page.evaluate(
    (name) =>
      (document.querySelector('live-terminal') as unknown as Record<string, () => unknown>)[
        name
      ]?.(),
    method,
  )

describe('a terminal that loses its connection', () => {
  test('comes back to its session, with nothing lost and nothing twice', async () => {
    await launch()
    await page.keyboard.type('one')
    await eventually('it is there', async () => (await text()).includes('$ one'))
    server.refuse('service-unavailable')
    server.session().cut()
    await isIn('reconnecting')
    server.session().print('[meanwhile]')
    await page.keyboard.type('two')
    expect(await text()).toBe('visitor:~$ one')
    server.refuse(undefined)
    await isIn('running')
    await eventually('all is there', async () => (await text()).endsWith('[meanwhile]two'))
    expect(server.session().typed()).toBe('onetwo')
    expect(server.asked()[0]).toEqual({ project: 'philosophers' })
    expect(server.asked().at(-1)).toEqual({ session: 'I'.repeat(22), key: 'S'.repeat(43) })
    expect(await status()).toBe('The connection is back.')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  })

  test('draws the screen anew when what it missed is gone, and answers no question in it', async () => {
    await launch()
    server.session().print('old '.repeat(500))
    server.session().forget('\x1b[6n\x1b[cthe screen\x1b[?1;2c')
    server.session().cut()
    await eventually('it is drawn', async () => (await text()) === 'the screen')
    server.session().print('\x1b[6n')
    await eventually('a new question is answered', () => server.session().typed() !== '')
    expect(server.session().typed()).toBe('\x1b[1;11R')
  })

  test('says so when its session is gone', async () => {
    await launch()
    server.refuse('session-gone')
    server.session().cut()
    await isIn('ended')
    expect(await status()).toBe('That session is no longer there. Launch a new one.')
  })

  test('is tried at once when the network is back', async () => {
    await launch()
    await page.context().setOffline(true)
    server.session().cut()
    await isIn('reconnecting')
    await page.context().setOffline(false)
    await isIn('running')
  })

  test('does not hold its place when the visitor goes to another page', async () => {
    await launch()
    await page.goto('about:blank')
    await eventually('it has said so', () => server.session().heard().includes('close'))
  })
})

describe('a terminal that has to wait', () => {
  const queue = async () => {
    server.fill(true)
    await page.getByRole('button', { name: 'Launch' }).click()
    await isIn('queued')
    await eventually('it follows its place', () => server.waiting() === 1)
  }

  test('tells its place, follows it over a broken stream, and becomes a terminal', async () => {
    await queue()
    expect(await status()).toContain('number 3 in line, in about 2 minutes')
    server.hangUp()
    await eventually('it hangs up', () => server.waiting() === 0)
    await eventually('it follows again', () => server.waiting() === 1)
    server.call('ticket', server.ticket())
    await isIn('running')
    expect(errors.filter((error) => !error.includes('ERR_INCOMPLETE_CHUNKED'))).toEqual([])
  })

  test('leaves the queue when it is told to', async () => {
    await queue()
    await page.getByRole('button', { name: 'Leave the queue' }).click()
    await isIn('ended')
    await eventually('nobody waits', () => server.waiting() === 0)
  })
})

describe('a session near its end', () => {
  test('can be extended by a button that goes when it was used', async () => {
    await launch()
    const extend = page.getByRole('button', { name: 'Extend' })
    expect(await extend.count()).toBe(0)
    server.session().tell({ t: 'expires', inS: 60, why: 'hard', canExtend: true })
    await extend.click()
    await eventually('it is told', async () => (await status())?.includes('15 minutes') === true)
    expect(await extend.count()).toBe(0)
    expect(server.session().heard()).toContain('extend')
  })

  test('starts anew when it is asked to', async () => {
    await launch()
    await page.keyboard.type('mess')
    await eventually('it is there', async () => (await text()).includes('mess'))
    expect(await call('restart')).toBe(true)
    await eventually('it is new', async () => (await text()) === 'visitor:~$')
    await eventually('it is told', async () => (await status()) === 'The sandbox was started anew.')
  })
})

describe('a terminal that others look on at', () => {
  test('says so for as long as they do, whatever else it says', async () => {
    await launch()
    const says = (text: string) => page.getByText(text, { exact: true })
    server.session().tell({ t: 'viewers', n: 2 })
    await says('1 other person is watching').waitFor()
    server.session().tell({ t: 'notice', level: 'info', msg: 'Well done.' })
    await says('Well done.').waitFor()
    expect(await says('1 other person is watching').isVisible()).toBe(true)
    server.session().tell({ t: 'viewers', n: 1 })
    await says('1 other person is watching').waitFor({ state: 'detached' })
  })
})

describe('a terminal that only looks on', () => {
  test('has the size of the one who types, and types nothing', async () => {
    const rows = () => page.locator('.xterm-rows > div').count()
    server.session().show({ cols: 40, rows: 7 })
    await launch()
    await eventually('it has seven rows', async () => (await rows()) === 7)
    await page.keyboard.type('rm')
    server.session().resize({ cols: 50, rows: 9 })
    await eventually('it has nine rows', async () => (await rows()) === 9)
    server.session().resize({ cols: 300, rows: 90 })
    await eventually('what does not fit can be scrolled to', () =>
      page.locator('[data-watching]').evaluate((screen) => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = screen
        return scrollWidth > clientWidth && scrollHeight > clientHeight && clientHeight <= 480
      }),
    )
    expect(server.session().typed()).toBe('')
  })

  test('asks for the session it is told as who is logged in, comes back, and is nobody’s to end', async () => {
    await page.context().addCookies([{ name: 'login', value: 'owner', url: server.url }])
    server.session().show({ cols: 40, rows: 7 })
    await page.evaluate(() =>
      document.querySelector('live-terminal')?.setAttribute('watch', 'session-1'),
    )
    await launch()
    const asked = { url: '/sessions/session-1/watch', cookie: 'login=owner' }
    expect(server.asked()).toEqual([asked])
    const screen = page.getByRole('group', { name: 'Philosophers, being watched, read-only' })
    await screen.locator('textarea').focus()
    await page.keyboard.type('rm -rf .')
    await page.evaluate(() => {
      const element = document.querySelector('live-terminal') as unknown as {
        type: (text: string) => boolean
        extend: () => boolean
        restart: () => boolean
      }
      if (element.type('rm') || element.extend() || element.restart()) throw new Error('a say')
    })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('after')
    server.session().cut()
    await eventually('it comes back', () => server.session().returns() === 1)
    await eventually('it runs', async () => (await state()) === 'running')
    expect(server.asked()).toEqual([asked, asked])
    await page.getByRole('button', { name: 'Stop watching' }).click()
    await eventually('it is over', async () => (await state()) === 'ended')
    expect(await status()).toBe('You no longer look on.')
    expect(server.session().typed()).toBe('')
    expect(server.session().heard()).not.toContain('close')
    expect(server.session().heard()).not.toContain('resize')
    expect(errors).toEqual([])
  })
})

describe('a terminal drawn by WebGL', () => {
  test('is one under the policy, and goes on without it', async () => {
    const canvases = () => page.locator('.xterm-screen canvas').count()
    await page.evaluate(() =>
      document.querySelector('live-terminal')?.setAttribute('renderer', 'webgl'),
    )
    await launch()
    await eventually('it is drawn', async () => (await canvases()) > 0)
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.xterm-screen canvas')) {
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
      }
    })
    await eventually(
      'it is drawn by the page',
      async () => (await page.locator('.xterm-rows').count()) > 0,
    )
    server.session().print('\x1b[38;2;10;200;30mtrue\x1b[0m')
    const colour = () =>
      page.evaluate(() => {
        const spans = [...document.querySelectorAll('.xterm-rows span')]
        const span = spans.find(({ textContent }) => textContent?.includes('true'))
        return span && getComputedStyle(span).color
      })
    await eventually('it has its colour', async () => (await colour()) === 'rgb(10, 200, 30)')
    expect(errors.filter((error) => error.includes('Content Security Policy'))).toEqual([])
  })
})
