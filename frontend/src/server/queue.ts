// Work that would take the processor from visitors, a few at a time; what finds the line too long is refused.

/** Too many wait already. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

/** Runs at most `atOnce` at a time and lets at most `waiting` wait. @throws {QueueFullError} beyond that */
export const createQueue = ({ atOnce, waiting }: { atOnce: number; waiting: number }) => {
  let running = 0
  const line: (() => void)[] = []
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new QueueFullError('Too many wait')
      await new Promise<void>((resolve) => line.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      // Whoever is next takes over the place of this one.
      if (next) next()
      else running -= 1
    }
  }
}
