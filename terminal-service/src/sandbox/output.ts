// Hands a terminal's output to its listeners; what comes before anyone listens is kept for the first.

export type Output = {
  /** `data` need not stay as it is after the call, nor may listeners count on that. */
  emit: (data: Uint8Array) => void
  onData: (listener: (data: Uint8Array) => void) => void
}

export const createOutput = (): Output => {
  const listeners = new Set<(data: Uint8Array) => void>()
  let early: Uint8Array[] = []
  return {
    emit: (data) => {
      if (data.length === 0) return
      if (listeners.size === 0) early.push(Buffer.from(data))
      for (const listener of listeners) listener(data)
    },
    onData: (listener) => {
      listeners.add(listener)
      const waiting = early
      early = []
      for (const data of waiting) listener(data)
    },
  }
}
