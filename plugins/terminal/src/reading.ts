// Keeps this process from reading a socket that it is about to give away.
import type { Socket } from 'node:net'

type Handle = { reading?: boolean; readStop?: () => number; readStart?: () => number }

const handleOf = (socket: Socket) => (socket as unknown as { _handle?: Handle | null })._handle

/**
 * Leaves what arrives in the kernel. A paused Node stream still reads ahead, and bytes read here between the
 * hand-over and its acknowledgement would be lost: the first keystrokes of a session, while this process is busy.
 */
export const stopReading = (socket: Socket): void => {
  const handle = handleOf(socket)
  if (!handle?.readStop) return
  handle.reading = false
  handle.readStop()
}

/** Reads again, for a socket that stays after all. */
export const startReading = (socket: Socket): void => {
  const handle = handleOf(socket)
  if (!handle?.readStart || handle.reading) return
  handle.reading = true
  handle.readStart()
}
