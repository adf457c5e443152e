// What a crash left of a recording: its whole lines become a finished cast that says it was cut off.
import { open, readFile, rename, rm } from 'node:fs/promises'
import { CAST, PART } from './recorder.ts'

const NEWLINE = 0x0a

/** Time of an event line in seconds, 0 for the header; `undefined` for anything else. */
const timeOf = (line: string): number | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    if (Array.isArray(value)) return typeof value[0] === 'number' ? value[0] : undefined
    return typeof value === 'object' && value !== null && 'version' in value ? 0 : undefined
  } catch {
    return undefined
  }
}

/** `path` ends in `.part`; afterwards there is a `.cast`, or nothing when not even the header was written. */
export const recoverRecording = async (path: string): Promise<void> => {
  const bytes = await readFile(path)
  const end = bytes.lastIndexOf(NEWLINE) + 1
  const lastLine = bytes.subarray(0, end).toString().trimEnd().split('\n').at(-1) ?? ''
  const lastS = timeOf(lastLine)
  if (lastS === undefined) return rm(path, { force: true })
  const file = await open(path, 'r+')
  try {
    await file.truncate(end)
    const marker = [Number(lastS.toFixed(6)), 'm', 'recording stopped: the service was interrupted']
    await file.write(`${JSON.stringify(marker)}\n`, end)
  } finally {
    await file.close()
  }
  await rename(path, path.slice(0, -PART.length) + CAST)
}
