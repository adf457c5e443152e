// What the controls of a player say.

export type PlayerWords = {
  play: string
  pause: string
  /** Name of the bar. */
  position: string
  speed: string
  loading: string
  failed: string
}

export const PLAYER_WORDS: PlayerWords = {
  play: 'Play',
  pause: 'Pause',
  position: 'Position',
  speed: 'Speed',
  loading: 'The recording is being loaded …',
  failed: 'The recording could not be loaded.',
}

/** Minutes and seconds, `3:07`. */
export const clockText = (ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
