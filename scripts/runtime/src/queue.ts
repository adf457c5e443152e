// Work that would take too much of the processor or the database from others, a few at a time; what finds the line too long
// is refused at once.

/** Too many wait already. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

/** Work took longer than it may; whoever is next does not wait for it. */
export class QueueTimeoutError extends Error {
  override readonly name = 'QueueTimeoutError'
}

export type QueueBounds = { atOnce: number; waiting: number; timeoutMs?: number }
/** @throws {QueueFullError | QueueTimeoutError}, and what `work` throws */
export type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>

/** @throws {QueueTimeoutError} */
const within = async <Value>(working: Promise<Value>, timeoutMs: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueTimeoutError('It took too long')), timeoutMs)
  })
  return await Promise.race([working, late]).finally(() => clearTimeout(timer))
}

/** Runs at most `atOnce` at a time, each for at most `timeoutMs`, and lets at most `waiting` wait. */
export const createQueue = ({ atOnce, waiting, timeoutMs }: QueueBounds): Queue => {
  let running = 0
  const line: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new QueueFullError('Too many wait')
      await new Promise<void>((resolve) => line.push(resolve))
    } else running += 1
    try {
      return await (timeoutMs === undefined ? work() : within(work(), timeoutMs))
    } finally {
      const next = line.shift()
      // Whoever is next takes over the place of this one.
      if (next) next()
      else running -= 1
    }
  }
}
