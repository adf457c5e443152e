// A player in a page: a poster at first; xterm and the cast are fetched when somebody wants to see it move.
import type { Cast } from '../../recordings/asciicast.ts'
import { systemClock } from '../clock.ts'
import type { Emulator } from '../emulator.ts'
import { CastPlayer } from './cast-player.ts'
import { createPlayerPanel } from './player-panel.ts'
import { PLAYER_WORDS, type PlayerWords } from './player-words.ts'
import { showPoster } from './poster-nodes.ts'

export type OpenPlayerOptions = {
  /** HTML of the poster, as the plugin made it. */
  poster: string
  durationMs: number
  /** Name of the player for screen readers. */
  label: string
  /** The asciicast, as text; asked for once, and again after a failure. */
  cast: (signal: AbortSignal) => Promise<string>
  words?: PlayerWords
}

export type OpenedPlayer = { dispose: () => void }

/** Fetched together with the first play, and not before. */
const load = async () => {
  const [{ parseCast }, { openEmulator }, { pacedScreen }] = await Promise.all([
    import('../../recordings/asciicast.ts'),
    import('../emulator.ts'),
    import('./paced-screen.ts'),
  ])
  return { parseCast, openEmulator, pacedScreen }
}

/** Puts a player into `host`, which it fills. It never starts by itself, so nothing moves that nobody asked for. */
export const openPlayer = (
  host: HTMLElement,
  { poster, durationMs, label, cast, words = PLAYER_WORDS }: OpenPlayerOptions,
): OpenedPlayer => {
  const ours = new AbortController()
  const { signal } = ours
  let player: CastPlayer | undefined
  let emulator: Emulator | undefined
  let opening: Promise<CastPlayer | undefined> | undefined
  let speed = 1

  const show = async (recording: Cast) => {
    const { openEmulator, pacedScreen } = await load()
    panel.showScreen()
    const opened = await openEmulator(panel.screen, {
      isScreenReader: false,
      renderer: 'dom',
      onInput: () => undefined,
      onResize: () => undefined,
    })
    if (signal.aborted) return opened.dispose()
    emulator = opened
    // Nothing can be typed here: Tab has to go past it.
    panel.screen.querySelector('textarea')?.setAttribute('tabindex', '-1')
    player = new CastPlayer({
      cast: recording,
      screen: pacedScreen(opened),
      clock: systemClock,
      onChange: panel.show,
    })
    player.setSpeed(speed)
  }
  const open = async () => {
    panel.say(words.loading)
    try {
      const [{ parseCast }, text] = await Promise.all([load(), cast(signal)])
      await show(parseCast(text))
      panel.say('')
    } catch {
      opening = undefined
      if (!signal.aborted) panel.say(words.failed)
    }
    return player
  }
  const whenOpen = async (work: (player: CastPlayer) => void) => {
    opening ??= open()
    const opened = await opening
    if (opened && !signal.aborted) work(opened)
  }

  const panel = createPlayerPanel(
    { label, durationMs, words },
    {
      toggle: () =>
        void whenOpen((opened) => (opened.state.isPlaying ? opened.pause() : opened.play())),
      seek: (ms) => void whenOpen((opened) => opened.seek(ms)),
      setSpeed: (wanted) => {
        speed = wanted
        player?.setSpeed(wanted)
      },
    },
  )
  showPoster(panel.poster, poster)
  host.replaceChildren(panel.root)

  return {
    dispose: () => {
      ours.abort()
      player?.dispose()
      emulator?.dispose()
      panel.root.remove()
    },
  }
}
