// The larger frames of a session, from what the session knows.
import {
  ACK_EVERY_BYTES,
  MAX_OUTPUT_BYTES,
  PROTOCOL_VERSION,
  type Role,
  type ServerFrame,
  SNAPSHOT_LAST,
  SNAPSHOT_RESET,
  type Welcome,
  WINDOW_HIGH_BYTES,
  WINDOW_LOW_BYTES,
} from '@shellfolio/protocol'
import { INPUT_RATE } from '../limits.ts'
import { wireOffset } from './output-log.ts'

export const welcomeFrame = ({
  limits: { idleS, maxS },
  position,
  input,
  ...rest
}: {
  sid: string
  epoch: string
  role: Role
  cols: number
  rows: number
  /** Position of the output from which the browser goes on. */
  position: number
  /** Offset of the first byte of input that has not arrived. */
  input: number
  limits: { idleS: number; maxS: number }
  replay: Welcome['replay']
}): ServerFrame => ({
  op: 'welcome',
  welcome: {
    v: PROTOCOL_VERSION,
    ...rest,
    out: wireOffset(position),
    in: input,
    window: { high: WINDOW_HIGH_BYTES, low: WINDOW_LOW_BYTES, ack: ACK_EVERY_BYTES },
    limits: { idleS, maxS, inputBytesPerS: INPUT_RATE.perSecond },
  },
})

/** A frame has a payload; a terminal that shows nothing is drawn by a reset. */
const NOTHING = Buffer.from('\u001b[m')

/** A screen in as many frames as it needs: the first resets the emulator, the last says that the output goes on. */
export const snapshotFrames = (position: number, screen: Uint8Array): ServerFrame[] => {
  const data = screen.byteLength === 0 ? NOTHING : screen
  const offset = wireOffset(position)
  const frames: ServerFrame[] = []
  for (let at = 0; at < data.byteLength; at += MAX_OUTPUT_BYTES) {
    const isLast = at + MAX_OUTPUT_BYTES >= data.byteLength
    const flags = (at === 0 ? SNAPSHOT_RESET : 0) | (isLast ? SNAPSHOT_LAST : 0)
    frames.push({ op: 'snapshot', flags, offset, data: data.subarray(at, at + MAX_OUTPUT_BYTES) })
  }
  return frames
}
