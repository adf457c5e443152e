// Lets so many pieces of work run at the same time; the others wait their turn.

export type Gate = <T>(work: () => Promise<T>) => Promise<T>

export const createGate = (width: number): Gate => {
  const waiting: (() => void)[] = []
  let free = width
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
