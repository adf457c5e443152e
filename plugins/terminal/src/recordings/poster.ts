// The poster of a recording: the one screen that says most of it, as HTML.
import { setImmediate as nextTurn } from 'node:timers/promises'
import headless, { type Terminal } from '@xterm/headless'
import { boundRepeats } from '../client/repeats.ts'
import {
  MAX_POSTER_CHARS,
  MAX_POSTER_MS,
  MAX_POSTER_PAUSES,
  POSTER_PAUSE_MS,
  POSTER_PIECE_CHARS,
} from '../limits.ts'
import { type Cast, type CastEvent, type CastSize, durationMs } from './asciicast.ts'
import { screenMarkup } from './markup.ts'

/** What a shell says at its end, as the last of the screen. */
const FAREWELL = /(?:^|\s)(?:exit|logout)$/

/** Shown when nothing stands still and the end is a farewell: most demos are past their beginning and before their end by then. */
const ELSE_AT = 0.6

/** Indexes of the events before which a screen stood still, the longest pauses only, in order. */
const pausesOf = (events: readonly CastEvent[]): number[] => {
  const pauses = events.flatMap(({ atMs }, index) => {
    const lastedMs = atMs - (events[index - 1]?.atMs ?? 0)
    return index > 0 && lastedMs >= POSTER_PAUSE_MS ? [{ index, lastedMs }] : []
  })
  const longest = pauses.sort((a, b) => b.lastedMs - a.lastedMs).slice(0, MAX_POSTER_PAUSES)
  return longest.map(({ index }) => index).sort((a, b) => a - b)
}

const textOf = ({ buffer: { active }, rows }: Terminal): string =>
  Array.from({ length: rows }, (_, row) =>
    active.getLine(active.baseY + row)?.translateToString(true),
  ).join('\n')

const filled = (terminal: Terminal): number => textOf(terminal).replace(/\s/g, '').length

type Step =
  | { is: 'write'; text: string }
  | ({ is: 'size' } & CastSize)
  /** Before what comes next, the screen stood still; or so much of the time was over. */
  | { is: 'pause' | 'else' }

/** Output between two looks at the screen is written together, in bounded pieces. */
function* stepsOf(
  events: readonly CastEvent[],
  pauses: ReadonlySet<number>,
  elseMs: number,
): Generator<Step> {
  let waiting = ''
  let hasElse = false
  function* flush(): Generator<Step> {
    for (let at = 0; at < waiting.length; at += POSTER_PIECE_CHARS) {
      yield { is: 'write', text: waiting.slice(at, at + POSTER_PIECE_CHARS) }
    }
    waiting = ''
  }
  for (const [index, event] of events.entries()) {
    const isElse: boolean = !hasElse && event.atMs > elseMs
    if (isElse || pauses.has(index) || event.is === 'size') yield* flush()
    if (pauses.has(index)) yield { is: 'pause' }
    if (isElse) yield { is: 'else' }
    hasElse ||= isElse
    if (event.is === 'output') waiting += event.text
    if (event.is === 'size') yield event
  }
  yield* flush()
}

const createScreen = ({ cols, rows }: CastSize) => {
  const terminal = new headless.Terminal({
    cols,
    rows,
    scrollback: 0,
    allowProposedApi: true,
    // It would write to the log whenever what a visitor's program printed is no sequence.
    logLevel: 'off',
  })
  boundRepeats(terminal.parser)
  const write = (text: string) => new Promise<void>((done) => terminal.write(text, done))
  /** Between steps the process does other work: a recording is a visitor's, and may be made to take long. */
  const take = async (step: Step) => {
    if (step.is === 'write') await write(step.text)
    if (step.is === 'size') terminal.resize(step.cols, step.rows)
    if (step.is !== 'write') await nextTurn()
  }
  return { terminal, take }
}

type Screen = ReturnType<typeof createScreen>

/** How many steps lead to the screen that says most, of those that fit into the time. */
const choose = async (
  { terminal, take }: Screen,
  steps: Iterable<Step>,
  isOver: () => boolean,
): Promise<number> => {
  let taken = 0
  /** Of the present screen, once somebody has asked. */
  let cells: number | undefined
  let best: { cells: number; taken: number } | undefined
  let fallback: number | undefined

  const count = () => {
    cells ??= filled(terminal)
    return cells
  }
  const judge = () => {
    if (count() >= (best?.cells ?? 1)) best = { cells: count(), taken }
  }
  for (const step of steps) {
    if (isOver()) break
    await take(step)
    taken += 1
    if (step.is === 'write' || step.is === 'size') cells = undefined
    if (step.is === 'pause') judge()
    if (step.is === 'else' && count() > 0) fallback = taken
  }
  if (!isOver() && !FAREWELL.test(textOf(terminal).trimEnd())) judge()
  return best?.taken ?? fallback ?? taken
}

const replay = async (
  { take }: Screen,
  steps: Iterable<Step>,
  isOver: () => boolean,
  until: number,
) => {
  let taken = 0
  for (const step of steps) {
    if (taken >= until || isOver()) return
    await take(step)
    taken += 1
  }
}

/**
 * Rows of `<span class="…">` and escaped text, separated by newlines; the classes are in palette.ts.
 *
 * Of all screens that stood still long enough to be read, the fullest is taken, the later of two: programs that draw on a
 * whole screen have cleared it by the end. The very last screen counts as one of them, for who records may stop right after
 * the output that matters, but not when it is the shell's farewell.
 *
 * Played twice, to find the screen and to come back to it: markup of all that might have been the one costs far more.
 *
 * `now`: milliseconds; tests move it.
 */
export const renderPoster = async (cast: Cast, { now = Date.now } = {}): Promise<string> => {
  const { events } = cast
  const pauses = new Set(pausesOf(events))
  const elseMs = durationMs(cast) * ELSE_AT
  const play = async <T>(
    run: (screen: Screen, steps: Iterable<Step>, isOver: () => boolean) => Promise<T>,
  ) => {
    const deadlineMs = now() + MAX_POSTER_MS / 2
    const screen = createScreen(cast)
    try {
      return await run(screen, stepsOf(events, pauses, elseMs), () => now() > deadlineMs)
    } finally {
      screen.terminal.dispose()
    }
  }
  const chosen = await play(choose)
  return play(async (screen, steps, isOver) => {
    await replay(screen, steps, isOver, chosen)
    return screenMarkup(screen.terminal, MAX_POSTER_CHARS)
  })
}
