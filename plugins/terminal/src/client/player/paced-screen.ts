// The screen of a player over xterm: everything in order, in pieces, and nothing of before a reset after it.
import type { Emulator } from '../emulator.ts'
import { PLAYER_PIECE_BYTES } from '../limits.ts'
import type { PlayerScreen } from './cast-player.ts'

/** `emulator` stays the caller's. xterm parses later than it is written to, and changes its size at once: hence the order. */
export const pacedScreen = (
  emulator: Pick<Emulator, 'write' | 'reset' | 'watch'>,
): PlayerScreen & { idle: () => Promise<void> } => {
  const encoder = new TextEncoder()
  let last: Promise<void> = Promise.resolve()
  let resets = 0

  const written = (piece: Uint8Array) =>
    new Promise<void>((done) => emulator.write(piece, () => done()))

  /** Steps of before a later reset are left out: a bar that is dragged seeks many times. */
  const then = (work: (isWanted: () => boolean) => Promise<void> | void) => {
    const mine = resets
    const isWanted = () => mine === resets
    last = last.then(() => (isWanted() ? work(isWanted) : undefined))
  }

  return {
    write: (text) =>
      then(async (isWanted) => {
        const bytes = encoder.encode(text)
        for (let at = 0; at < bytes.byteLength && isWanted(); at += PLAYER_PIECE_BYTES) {
          await written(bytes.subarray(at, at + PLAYER_PIECE_BYTES))
        }
      }),
    resize: (size) => then(() => emulator.watch(size)),
    reset: (size) => {
      resets += 1
      then(async () => {
        emulator.reset()
        await written(new Uint8Array(0))
        emulator.watch(size)
      })
    },
    idle: () => last,
  }
}
