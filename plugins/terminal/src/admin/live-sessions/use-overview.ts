// Reads the sessions again and again while the page is looked at.
import { useCallback, useEffect, useState } from 'react'
import type { Overview } from './overview.ts'

/** A row is at most so old; each look asks the service once, whoever looks. Milliseconds. */
const EVERY_MS = 3000

export type Look = { overview?: Overview; refusal?: number }

const read = async (url: string, signal: AbortSignal): Promise<Look> => {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) return { refusal: response.status }
  return { overview: (await response.json()) as Overview }
}

/** `refresh` looks at once, for instance after something was changed. */
export const useOverview = (url: string): Look & { refresh: () => void } => {
  const [look, setLook] = useState<Look>({})
  const [turn, setTurn] = useState(0)
  const refresh = useCallback(() => setTurn((count) => count + 1), [])

  // A new turn asks again at once.
  useEffect(() => {
    const aborter = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = () => {
      timer = setTimeout(ask, EVERY_MS)
    }
    const ask = () => {
      if (document.hidden) return next()
      read(url, aborter.signal)
        .then(setLook, () => undefined)
        .finally(() => {
          if (!aborter.signal.aborted) next()
        })
    }
    ask()
    return () => {
      aborter.abort()
      clearTimeout(timer)
    }
  }, [url, turn])

  return { ...look, refresh }
}
