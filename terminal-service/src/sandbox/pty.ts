// Starts a program on a terminal. All terminals are read into one buffer: a new one for each read, node-pty's way, costs a
// tenth of the service's processor time.
import type { ConnectOpts, SocketConstructorOpts } from 'node:net'
import tty from 'node:tty'
import { type IPty, type IPtyForkOptions, spawn } from 'node-pty'

/** What Node reads at once where it is given no buffer. Bytes. */
const READ_BYTES = 64 * 1024

/** A read and what is done with its bytes are one call: no other terminal's read comes between. */
const shared = Buffer.allocUnsafeSlow(READ_BYTES)

export type PtyWithFd = IPty & { fd: number; ptsName: string; destroy: () => void }

const hasFd = (pty: IPty): pty is PtyWithFd =>
  typeof (pty as Partial<PtyWithFd>).fd === 'number' &&
  typeof (pty as Partial<PtyWithFd>).ptsName === 'string' &&
  typeof (pty as Partial<PtyWithFd>).destroy === 'function'

/**
 * `onData` is called before the terminal's `onExit`, with bytes that are valid during the call.
 * node-pty makes the stream of a terminal of the class that `node:tty` holds at that moment, and owns it: pausing, closing
 * and the order of the end stay its own.
 * @throws {TypeError} for a version of node-pty that makes it otherwise
 */
export const spawnPty = (
  file: string,
  args: string[],
  options: Omit<IPtyForkOptions, 'encoding'>,
  onData: (data: Buffer) => void,
): PtyWithFd => {
  const { ReadStream } = tty
  const callback = (bytes: number) => {
    onData(shared.subarray(0, bytes))
    return true
  }
  const reading: SocketConstructorOpts & ConnectOpts = { onread: { buffer: shared, callback } }
  let isShared = false
  class SharedReadStream extends ReadStream {
    constructor(fd: number) {
      super(fd, reading)
      isShared = true
    }
  }
  Object.assign(tty, { ReadStream: SharedReadStream })
  try {
    const pty = spawn(file, args, { ...options, encoding: null })
    if (isShared && hasFd(pty)) return pty
    pty.kill('SIGKILL')
    throw new TypeError(
      'This version of node-pty does not make its terminals of tty.ReadStream, or hides them.',
    )
  } finally {
    Object.assign(tty, { ReadStream })
  }
}
