// Turns the picture of a recording into the recording. Nothing of the player is fetched until somebody asks for it.
import type { openPlayer } from '@shellfolio/payload-terminal/player'

export type LoadPlayer = () => Promise<{ openPlayer: typeof openPlayer }>

const STATE_EVENT = 'terminal-state'

const castOf = (answer: unknown): string => {
  const { cast } = (answer ?? {}) as { cast?: unknown }
  if (typeof cast !== 'string') throw new Error('That is no recording.')
  return cast
}

const fetchCast = async (address: string, signal: AbortSignal): Promise<string> => {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`The recording answered with ${response.status}.`)
  return castOf(await response.json())
}

/** The player's words are the page's, in its language. */
const wordsOf = ({ dataset }: HTMLElement) => ({
  play: dataset.play ?? '',
  pause: dataset.pause ?? '',
  position: dataset.position ?? '',
  speed: dataset.speed ?? '',
  loading: dataset.loading ?? '',
  failed: dataset.failed ?? '',
})

const open = async (host: HTMLElement, load: LoadPlayer) => {
  const { openPlayer: openIn } = await load()
  const { replay: address = '', durationMs = '0' } = host.dataset
  const opened = openIn(host, {
    poster: host.querySelector('pre')?.innerHTML ?? '',
    durationMs: Number(durationMs),
    label: host.getAttribute('aria-label') ?? '',
    cast: (signal) => fetchCast(address, signal),
    words: wordsOf(host),
  })
  // It never starts by itself; here somebody has just asked for it.
  const toggle = host.querySelector<HTMLElement>('button')
  toggle?.click()
  toggle?.focus()
  return opened
}

/** `section` holds the page's terminal. Its button is hidden in the document: without script it could do nothing. */
export const wireReplay = (section: HTMLElement, load: LoadPlayer): void => {
  const terminal = section.querySelector<HTMLElement>('live-terminal')
  const host = section.querySelector<HTMLElement>('[data-replay]')
  const button = section.querySelector<HTMLElement>('[data-replay-open][hidden]')
  if (!terminal || !host || !button) return
  const still = [...host.childNodes]
  button.hidden = false
  let opening: ReturnType<typeof open> | undefined
  button.addEventListener('click', () => {
    button.hidden = true
    opening = open(host, load)
    opening.catch(() => {
      button.hidden = false
    })
  })
  // A live terminal takes the place of the recording, which must not go on behind it.
  terminal.addEventListener(STATE_EVENT, () => {
    if (!opening || terminal.dataset.state === 'idle') return
    const ended = opening
    opening = undefined
    const rest = () => {
      host.replaceChildren(...still)
      button.hidden = false
    }
    ended.then((player) => {
      player.dispose()
      rest()
    }, rest)
  })
}
