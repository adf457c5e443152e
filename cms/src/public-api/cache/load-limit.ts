// Keeps readers from asking more of the database than it can do beside its other work.

/** Thrown at once when too many wait already. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError'
}

export type LoadLimit = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Runs `atOnce` pieces of work at a time, lets `waiting` more wait. @throws {TooBusyError} in the function it returns */
export const createLoadLimit = ({
  atOnce,
  waiting,
}: {
  atOnce: number
  waiting: number
}): LoadLimit => {
  const queue: (() => void)[] = []
  let running = 0

  const enter = (): Promise<void> => {
    if (running < atOnce) {
      running += 1
      return Promise.resolve()
    }
    if (queue.length >= waiting) return Promise.reject(new TooBusyError('Too many wait.'))
    return new Promise((resolve) => queue.push(resolve))
  }

  /** The place goes to the next in line, if there is one. */
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }

  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
