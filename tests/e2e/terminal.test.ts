// The product's promise: each seeded demo, launched by one click in a real browser, does what its page says.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { content } from '@shellfolio/seed'
import type { Browser, Page } from 'playwright-core'
import { violationsInBothThemes } from '../support/axe.ts'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { type TerminalPage, terminalPage } from '../support/terminal-page.ts'

const { siteUrl } = runningStack()
const projectsWithDemo = content.projects.filter(({ demo }) => demo !== undefined)

let browser: Browser
let page: Page
let terminal: TerminalPage
let errors: string[]

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  errors = errorsOf(page)
  terminal = terminalPage(page)
})
afterEach(() => page.context().close())

const open = (slug: string) => page.goto(`${siteUrl}/projects/${slug}`)

/** Ends whatever a demo left running, by Ctrl-C and, inside a shell of its own, by Ctrl-D. */
const backToBash = async () => {
  await page.keyboard.press('Control+C')
  // An interrupt throws away what is typed around it: not before there is a new prompt.
  await terminal.sees(/\^C(?:[\s\S]*\n)?(?:\S+ \$|tiny>)\s*$/)
  if (/tiny>\s*$/.test(await terminal.text())) await page.keyboard.press('Control+D')
  await terminal.sees(/\n\S+ \$\s*$/)
  const mark = `at-${Math.random().toString(36).slice(2)}`
  await terminal.run(`printf '%s-%s\\n' ${mark} $((40 + 2))`)
  await terminal.sees(`${mark}-42`)
}

/** The same for a demo without a shell, whose own prompt names what it refuses. */
const backToPrompt = async () => {
  const stranger = `at-${Math.random().toString(36).slice(2)}`
  await page.keyboard.press('Control+C')
  // Until then, keys are input of the program, and what it no longer reads is lost.
  await terminal.sees(/^demo \$\s*$(?![\s\S]*\S)/m)
  await terminal.run(stranger)
  await terminal.sees(`“${stranger}” is not among the programs that can be run here.`)
}

/** Runs in the page: where a terminal is on it, and how tall its bar and what can be pressed there are, in pixels. */
const boxOf = (terminal: Element) => {
  const { width, height, left, top } = terminal.getBoundingClientRect()
  const seen = [...terminal.children].filter((child) => child.checkVisibility())
  const bar = seen[0]?.querySelector('.terminal-bar, .live-terminal__bar')
  const buttons = [...(bar?.querySelectorAll('button') ?? [])].filter((one) =>
    one.checkVisibility(),
  )
  const isCut = seen.some((child) => child.scrollHeight > child.clientHeight)
  return {
    box: [left, top + scrollY, width, height],
    bar: bar?.getBoundingClientRect().height ?? 0,
    isCut,
    targets: buttons.flatMap((one) => [one.offsetWidth, one.offsetHeight]),
  }
}

describe('the terminal of each seeded project', () => {
  test('there are at least four', () => {
    expect(projectsWithDemo.length).toBeGreaterThanOrEqual(4)
  })

  for (const project of projectsWithDemo) {
    const demo = content.demos.find(({ key }) => key === project.demo)
    const commands = demo?.commands ?? []
    test(`${project.slug}: every command of its page prints what the page promises`, async () => {
      await open(project.slug)
      await terminal.launch()
      for (const { command, expect: promised } of commands) {
        await terminal.run('clear')
        await terminal.run(command)
        await terminal.sees(promised, 60_000)
        await (demo?.mode === 'guided' ? backToPrompt() : backToBash())
      }
      expect(commands.length).toBeGreaterThan(0)
      expect(errors).toEqual([])
    }, 180_000)
  }
})

describe('a terminal', () => {
  beforeEach(async () => {
    await open('philosophers')
    await terminal.launch()
  })

  test('starts in the project, already built', async () => {
    await terminal.run('basename "$PWD"; test -x dinner && echo built-$((1 + 1))')
    await terminal.sees('built-2')
    await terminal.run('ls Makefile README.md src')
    await terminal.sees('main.c')
  })

  test('fills the box that it was launched in, under a bar that is no taller', async () => {
    const boxes = async () => {
      const measured = []
      for (const [width, height] of [
        [360, 800],
        [1440, 900],
      ] as const) {
        await page.setViewportSize({ width, height })
        // The screen follows the window a moment later.
        const measure = () => page.locator('live-terminal').evaluate(boxOf)
        await eventually('nothing is cut off', async () => !(await measure()).isCut)
        measured.push(await measure())
      }
      return measured
    }
    const live = await boxes()
    await open('philosophers')
    const idle = await boxes()
    expect(live.map(({ box }) => box)).toEqual(idle.map(({ box }) => box))
    for (const { bar, targets } of [...live, ...idle]) {
      expect(bar).toBeLessThanOrEqual(40)
      expect(Math.min(...targets)).toBeGreaterThanOrEqual(24)
    }
  })

  test('takes a paste of many lines as it is', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line ${index}`).join('\n')
    // Once the shell has left its own line, a paste is no longer marked as one for it.
    await terminal.run('echo waiting-$((2 + 2)); cat > pasted')
    await terminal.sees('waiting-4')
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      const target = document.querySelector('live-terminal textarea')
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    }, `${lines}\n`)
    await page.keyboard.press('Control+D')
    await terminal.run('wc -l pasted; md5sum pasted | cut -c1-8')
    await terminal.sees('200 pasted')
  })

  test('interrupts a program with Ctrl-C', async () => {
    await terminal.run('echo sleeping-$((1 + 1)); sleep 100; echo code-$?')
    // Ctrl-C throws away what the shell has not read yet, as at any terminal.
    await terminal.sees('sleeping-2')
    await page.keyboard.press('Control+C')
    await terminal.run('echo after-$((20 + 3))')
    await terminal.sees('after-23')
    expect(await terminal.text()).not.toContain('code-0')
  })

  test('tells programs its size when the window changes', async () => {
    await terminal.run('echo w-$(tput cols 2>/dev/null || stty size | cut -d" " -f2)-')
    await terminal.sees(/w-\d+-/)
    const wide = Number(/w-(\d+)-/.exec(await terminal.text())?.[1])
    await page.setViewportSize({ width: 700, height: 700 })
    await terminal.run('while :; do stty size; sleep 0.2; clear; done')
    await terminal.sees(new RegExp(`^\\d+ (?!${wide}$)\\d+$`, 'm'))
    await page.keyboard.press('Control+C')
  })

  test('takes output that is no sequence without a word in the console', async () => {
    await terminal.run("printf '\\033[\\342\\226\\200 rest-%s\\n' $((5 * 5))")
    await terminal.sees('rest-25')
    expect(errors).toEqual([])
  })

  test('shows colours, and is accessible while it runs', async () => {
    await terminal.run("printf '\\033[38;2;10;200;30mgreen-%s\\033[0m\\n' $((3 * 4))")
    await terminal.sees('green-12')
    expect(await violationsInBothThemes(page)).toEqual([])
  })

  test.each([
    // Typing into it first gives it the time that a person would: it asks the terminal things and waits for answers.
    ['vi', 'vi README.md', /README\.md" \d+/, 'ogood morning', /good morning/, '\u001b:q!\r'],
    ['less', 'less Makefile', /CFLAGS/, '/clean\r', /clean:/, 'q'],
    ['top', 'top -d 1', /load average/, 'i', /%CPU/, 'q'],
  ])('runs %s full-screen and returns to the prompt', async (...row) => {
    const [, command, isOpen, typed, isTaken, leave] = row
    await terminal.run(command)
    await terminal.sees(isOpen)
    await page.keyboard.type(typed)
    await terminal.sees(isTaken)
    await page.keyboard.type(leave)
    await terminal.sees(/\$\s*$/)
    await terminal.run('echo left-$((5 + 6))')
    await terminal.sees('left-11')
  })

  test('says accessibly that the session is over when the shell exits, and offers another', async () => {
    await terminal.run('exit 3')
    await page.locator('live-terminal[data-state=ended]').waitFor({ timeout: 10_000 })
    const again = page.getByRole('button', { name: /launch|again/i }).first()
    expect(await again.isVisible()).toBe(true)
    expect(await violationsInBothThemes(page)).toEqual([])
  })
})
