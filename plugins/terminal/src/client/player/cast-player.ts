// Plays a cast on a screen: where it is, how fast, and what is due next. No DOM: the clock and the screen are the caller's.
import type { Cast, CastSize } from '../../recordings/asciicast.ts'
import { durationMs } from '../../recordings/asciicast.ts'
import type { Clock } from '../clock.ts'
import { MAX_PLAYER_SPEED, MIN_PLAYER_SPEED, PLAYER_TICK_MS } from '../limits.ts'

/** What is shown is changed in this order; `reset` may drop what waits. */
export type PlayerScreen = {
  write: (text: string) => void
  resize: (size: CastSize) => void
  /** Empty, at that size. */
  reset: (size: CastSize) => void
}

export type PlayerState = {
  isPlaying: boolean
  /** From the start, in milliseconds of the recording. */
  positionMs: number
  durationMs: number
  /** Milliseconds of the recording in one of the clock. */
  speed: number
}

export type CastPlayerOptions = {
  cast: Cast
  screen: PlayerScreen
  clock: Clock
  /** After every change, and while it plays at least every `PLAYER_TICK_MS`. */
  onChange?: (state: PlayerState) => void
}

/** Begins at the start and stands still until it is told to play. */
export class CastPlayer {
  readonly #cast: Cast
  readonly #screen: PlayerScreen
  readonly #clock: Clock
  readonly #onChange: (state: PlayerState) => void
  readonly #durationMs: number
  /** Index of the first event that is not on the screen. */
  #next = 0
  #positionMs = 0
  #speed = 1
  /** When `#positionMs` was true, by the clock; `undefined` while it stands still. */
  #sinceMs: number | undefined
  #cancel: (() => void) | undefined

  constructor({ cast, screen, clock, onChange = () => undefined }: CastPlayerOptions) {
    this.#cast = cast
    this.#screen = screen
    this.#clock = clock
    this.#onChange = onChange
    this.#durationMs = durationMs(cast)
    screen.reset(cast)
    this.#show()
  }

  get state(): PlayerState {
    return {
      isPlaying: this.#sinceMs !== undefined,
      positionMs: this.#now(),
      durationMs: this.#durationMs,
      speed: this.#speed,
    }
  }

  /** Goes on, from the start when it is at its end. */
  play(): void {
    if (this.#sinceMs !== undefined) return
    if (this.#positionMs >= this.#durationMs) this.#rewind()
    this.#sinceMs = this.#clock.now()
    this.#go()
  }

  pause(): void {
    this.#settle()
    this.#sinceMs = undefined
    this.#go()
  }

  /** Shows the moment at `ms`, whether it plays or not; a moment outside is the nearest inside. */
  seek(ms: number): void {
    const wanted = Math.min(this.#durationMs, Math.max(0, Number.isFinite(ms) ? ms : 0))
    const isBack = wanted < this.#now()
    this.#settle()
    if (isBack) this.#rewind()
    this.#positionMs = wanted
    this.#go()
  }

  setSpeed(speed: number): void {
    this.#settle()
    this.#speed = Math.min(MAX_PLAYER_SPEED, Math.max(MIN_PLAYER_SPEED, speed))
    this.#go()
  }

  /** Stands still for good. */
  dispose(): void {
    this.#cancel?.()
    this.#sinceMs = undefined
  }

  #now(): number {
    if (this.#sinceMs === undefined) return this.#positionMs
    const playedMs = (this.#clock.now() - this.#sinceMs) * this.#speed
    return Math.min(this.#durationMs, this.#positionMs + playedMs)
  }

  /** Makes the position of now the one to count from. */
  #settle() {
    this.#positionMs = this.#now()
    if (this.#sinceMs !== undefined) this.#sinceMs = this.#clock.now()
  }

  #rewind() {
    this.#next = 0
    this.#positionMs = 0
    this.#screen.reset(this.#cast)
  }

  /** Shows what is due, tells of it, and waits for what is due next. */
  #go() {
    this.#cancel?.()
    this.#cancel = undefined
    this.#settle()
    this.#show()
    if (this.#positionMs >= this.#durationMs) this.#sinceMs = undefined
    this.#onChange(this.state)
    if (this.#sinceMs === undefined) return
    const dueMs = (this.#cast.events[this.#next]?.atMs ?? this.#durationMs) - this.#positionMs
    const waitMs = Math.max(0, dueMs / this.#speed)
    this.#cancel = this.#clock.after(Math.min(waitMs, PLAYER_TICK_MS), () => this.#go())
  }

  #show() {
    const { events } = this.#cast
    let text = ''
    const flush = () => {
      if (text !== '') this.#screen.write(text)
      text = ''
    }
    for (; this.#next < events.length; this.#next += 1) {
      const event = events[this.#next]
      if (!event || event.atMs > this.#positionMs) break
      if (event.is === 'output') text += event.text
      if (event.is === 'size') {
        flush()
        this.#screen.resize(event)
      }
    }
    flush()
  }
}
