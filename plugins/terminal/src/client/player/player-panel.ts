// What surrounds the screen of a player: a button, a bar to seek with, the speed. Native controls, styled by player.css.
import { elementsOf } from '../elements.ts'
import { PLAYER_LEAP_MS, PLAYER_STEP_MS } from '../limits.ts'
import type { PlayerState } from './cast-player.ts'
import { clockText, type PlayerWords } from './player-words.ts'

export type PlayerPanel = {
  root: HTMLElement
  /** Where the emulator opens. */
  screen: HTMLElement
  poster: HTMLElement
  show: (state: PlayerState) => void
  /** The poster gives way to the screen. */
  showScreen: () => void
  /** Beside the controls, announced; empty for nothing. */
  say: (text: string) => void
}

export type PlayerActions = {
  toggle: () => void
  seek: (ms: number) => void
  setSpeed: (speed: number) => void
}

const BLOCK = 'terminal-player'
const SPEEDS = [0.5, 1, 2, 4]

const make = elementsOf(BLOCK)

/** Where a key on the bar leads to, in milliseconds; `undefined` for keys that are not the player's. */
export const soughtBy = (
  key: string,
  { positionMs, durationMs }: Pick<PlayerState, 'positionMs' | 'durationMs'>,
): number | undefined => {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return positionMs + PLAYER_STEP_MS
    case 'ArrowLeft':
    case 'ArrowDown':
      return positionMs - PLAYER_STEP_MS
    case 'PageUp':
      return positionMs + PLAYER_LEAP_MS
    case 'PageDown':
      return positionMs - PLAYER_LEAP_MS
    case 'Home':
      return 0
    case 'End':
      return durationMs
    default:
      return undefined
  }
}

const speedChoice = (label: string, setSpeed: (speed: number) => void) => {
  const select = make('select', 'speed')
  select.setAttribute('aria-label', label)
  for (const speed of SPEEDS) {
    select.append(new Option(`${speed}×`, String(speed), speed === 1, speed === 1))
  }
  select.addEventListener('change', () => setSpeed(Number(select.value)))
  return select
}

/** `durationMs` is known before the cast is there. */
export const createPlayerPanel = (
  { label, durationMs, words }: { label: string; durationMs: number; words: PlayerWords },
  { toggle, seek, setSpeed }: PlayerActions,
): PlayerPanel => {
  let last = { positionMs: 0, durationMs }
  const root = make('div', 'panel')
  root.setAttribute('role', 'group')
  root.setAttribute('aria-label', label)
  const poster = make('pre', 'poster terminal-poster', { tabIndex: 0 })
  const screen = make('div', 'screen', { hidden: true })
  const bar = make('div', 'bar')
  const button = make('button', 'toggle', { type: 'button', textContent: words.play })
  button.addEventListener('click', toggle)
  const range = make('input', 'position', {
    type: 'range',
    min: '0',
    max: String(durationMs),
    // Else the end of a recording could not be reached.
    step: 'any',
    value: '0',
  })
  range.setAttribute('aria-label', words.position)
  range.addEventListener('input', () => seek(Number(range.value)))
  range.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const sought = soughtBy(event.key, last)
    if (sought === undefined) return
    event.preventDefault()
    seek(sought)
  })
  const time = make('span', 'time')
  const status = make('p', 'status')
  status.setAttribute('role', 'status')
  bar.append(button, range, time, speedChoice(words.speed, setSpeed), status)
  root.append(poster, screen, bar)

  const tell = (positionMs: number, lastsMs: number) => {
    const text = `${clockText(positionMs)} / ${clockText(lastsMs)}`
    time.textContent = text
    range.setAttribute('aria-valuetext', text)
  }
  tell(0, durationMs)

  return {
    root,
    screen,
    poster,
    show: ({ isPlaying, positionMs, durationMs: lastsMs }) => {
      last = { positionMs, durationMs: lastsMs }
      button.textContent = isPlaying ? words.pause : words.play
      range.max = String(lastsMs)
      range.value = String(positionMs)
      tell(positionMs, lastsMs)
    },
    showScreen: () => {
      poster.hidden = true
      screen.hidden = false
    },
    say: (text) => {
      status.textContent = text
    },
  }
}
