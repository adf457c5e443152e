// Reads the sessions again and again while the page is looked at.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Overview } from './overview.ts'

/** A row is at most so old; each look asks the service once, whoever looks. Milliseconds. */
const EVERY_MS = 3000

export type Look = { overview?: Overview; refusal?: number | undefined }

const read = async (url: string, signal: AbortSignal): Promise<Look> => {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) return { refusal: response.status }
  return { overview: (await response.json()) as Overview }
}

/** `refresh` looks at once, for instance after something was changed. */
export const useOverview = (url: string): Look & { refresh: () => void } => {
  const [look, setLook] = useState<Look>({})
  const lookNow = useRef<() => void>(() => undefined)

  useEffect(() => {
    const aborter = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, EVERY_MS)
      if (document.hidden) return
      // What was seen last stays while an answer is an error.
      const keep = (seen: Look) => setLook((before) => ({ ...before, refusal: undefined, ...seen }))
      read(url, aborter.signal).then(keep, () => undefined)
    }
    lookNow.current = ask
    ask()
    return () => {
      aborter.abort()
      clearTimeout(timer)
    }
  }, [url])

  const refresh = useCallback(() => lookNow.current(), [])
  return { ...look, refresh }
}
