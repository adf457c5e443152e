// Runs one command on a driven terminal and waits for its end, or brings it about.
import type { Suggestion } from '@shellfolio/protocol'
import {
  MAX_SMOKE_OUTPUT_BYTES,
  SMOKE_COMMAND_TIMEOUT_MS,
  SMOKE_INTERRUPT_GRACE_MS,
  SMOKE_LINGER_MS,
} from '../limits.ts'
import type { Driver, DriverEvent } from './driver.ts'
import { OutputView } from './output-view.ts'
import type { SmokeEnd, SmokeResult } from './types.ts'

/** What ends programs at a terminal, one after the other: Ctrl-C, end of input, Ctrl-\. */
const ENDING_KEYS = ['\u0003', '\u0003\u0004', '\u001c']

export type CommandTimes = {
  /** For the command, if its run leaves so much. */
  timeoutMs?: number
  lingerMs?: number
  graceMs?: number
}

export type Ran = { result: SmokeResult; canGoOn: boolean }

/** Keys of a keyboard: a tab would complete, other control characters would do worse. */
const linesOf = (command: string): string[] =>
  command
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
    .map((line) => line.replace(/[\u0000-\u001f\u007f]/g, ' '))

class CommandRun {
  readonly #driver: Driver
  readonly #lines: string[]
  readonly #view: OutputView
  readonly #suggestion: Suggestion
  readonly #times: Required<CommandTimes>
  readonly #startMs = performance.now()
  readonly #resolve: (ran: Ran) => void
  #timer: NodeJS.Timeout | undefined
  #bytes = 0
  #isRunning = false
  #ended: SmokeEnd = 'by-itself'
  #isLingering = false
  #keysPressed = 0
  #isOver = false

  constructor(
    driver: Driver,
    suggestion: Suggestion,
    times: CommandTimes,
    resolve: (ran: Ran) => void,
  ) {
    this.#driver = driver
    this.#suggestion = suggestion
    this.#lines = linesOf(suggestion.command)
    this.#view = new OutputView(suggestion.expect)
    this.#times = {
      timeoutMs: SMOKE_COMMAND_TIMEOUT_MS,
      lingerMs: SMOKE_LINGER_MS,
      graceMs: SMOKE_INTERRUPT_GRACE_MS,
      ...times,
    }
    this.#resolve = resolve
  }

  begin() {
    this.#arm(this.#times.timeoutMs, () => this.#interrupt('timeout'))
    this.#typeNext()
  }

  on(event: DriverEvent) {
    if (this.#isOver) return
    switch (event.on) {
      case 'output':
        if (this.#isRunning) this.#onOutput(event.data)
        break
      case 'gone':
        this.#finish('terminal-ended', false, event.exit.code ?? undefined)
        break
      case 'mark':
        this.#onMark(event.mark)
    }
  }

  #onMark(mark: Extract<DriverEvent, { on: 'mark' }>['mark']) {
    if (mark.says === 'runs') {
      this.#isRunning = true
      return
    }
    if (mark.says === 'continues') {
      if (this.#lines.length > 0) this.#typeNext()
      else this.#interrupt('unfinished')
      return
    }
    this.#isRunning = false
    if (this.#lines.length > 0 && this.#keysPressed === 0) this.#typeNext()
    else this.#finish(this.#ended, true, mark.exitCode)
  }

  #onOutput(data: Uint8Array) {
    this.#bytes += data.byteLength
    this.#view.push(data)
    if (this.#keysPressed > 0) return
    if (this.#bytes > MAX_SMOKE_OUTPUT_BYTES) this.#interrupt('output-limit')
    else if (this.#suggestion.expect && this.#view.matched && !this.#isLingering) {
      this.#isLingering = true
      this.#arm(this.#times.lingerMs, () => this.#interrupt('left-running'))
    }
  }

  #typeNext() {
    this.#driver.type(`${this.#lines.shift() ?? ''}\r`)
  }

  #interrupt(why: SmokeEnd) {
    if (this.#keysPressed === 0) this.#ended = why
    const keys = ENDING_KEYS[this.#keysPressed]
    this.#keysPressed += 1
    if (keys === undefined) return this.#finish(this.#ended, false)
    // Before the key: the end that it brings about clears the timer.
    this.#arm(this.#times.graceMs, () => this.#interrupt(why))
    this.#driver.type(keys)
  }

  #arm(ms: number, then: () => void) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(then, ms)
  }

  #finish(ended: SmokeEnd, canGoOn: boolean, exitCode?: number) {
    this.#isOver = true
    clearTimeout(this.#timer)
    const { label, command, expect } = this.#suggestion
    const { matched, tail } = this.#view
    const endedWell = ended === 'by-itself' || ended === 'terminal-ended'
    const ok = expect
      ? matched && (endedWell || ended === 'left-running')
      : endedWell && exitCode === 0
    this.#resolve({
      canGoOn,
      result: {
        label,
        command,
        ok,
        ended,
        ...(exitCode === undefined ? {} : { exitCode }),
        ms: Math.round(performance.now() - this.#startMs),
        matched,
        output: tail,
      },
    })
  }
}

/** `onEvent` hears everything first. `canGoOn`: the terminal takes another command. */
export const runCommand = (
  driver: Driver,
  suggestion: Suggestion,
  { onEvent, ...times }: CommandTimes & { onEvent: (event: DriverEvent) => void },
): Promise<Ran> =>
  new Promise((resolve) => {
    const run = new CommandRun(driver, suggestion, times, resolve)
    driver.listen((event) => {
      onEvent(event)
      run.on(event)
    })
    run.begin()
  })
