// Work that would take the processor from visitors, a few at a time; what finds the line too long is refused.

/** Too many wait already. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

/** Work took longer than it may; whoever is next does not wait for it. */
export class QueueTimeoutError extends Error {
  override readonly name = 'QueueTimeoutError'
}

type Bounds = { atOnce: number; waiting: number; timeoutMs?: number }

/** @throws {QueueTimeoutError} */
const within = async <Value>(working: Promise<Value>, timeoutMs: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueTimeoutError('It took too long')), timeoutMs)
  })
  return await Promise.race([working, late]).finally(() => clearTimeout(timer))
}

/**
 * Runs at most `atOnce` at a time, each for at most `timeoutMs`, and lets at most `waiting` wait.
 * @throws {QueueFullError | QueueTimeoutError} beyond that
 */
export const createQueue = ({ atOnce, waiting, timeoutMs }: Bounds) => {
  let running = 0
  const line: (() => void)[] = []
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
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
