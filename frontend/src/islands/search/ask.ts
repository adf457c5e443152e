// Asks while somebody types: after a pause, for the last question only.
import { type FoundList, SEARCH_API } from '../../search.ts'

/** Pause in typing after which is asked, in milliseconds. */
const PAUSE_MS = 150

export type Asker = {
  /** Forgets what was asked before. An empty question is answered with nothing at once. */
  ask: (question: string) => void
  dispose: () => void
}

/** `tell` gets the answer, or `undefined` where there was none to be had. */
export const createAsker = (
  language: string,
  tell: (found: FoundList | undefined, question: string) => void,
): Asker => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const dispose = () => {
    clearTimeout(timer)
    asking?.abort()
  }

  const fetchNow = async (question: string) => {
    const own = new AbortController()
    asking = own
    try {
      const response = await fetch(
        `${SEARCH_API}?${new URLSearchParams({ q: question, language })}`,
        { signal: own.signal },
      )
      const found = response.ok ? ((await response.json()) as FoundList) : undefined
      if (!own.signal.aborted) tell(found, question)
    } catch {
      if (!own.signal.aborted) tell(undefined, question)
    }
  }

  return {
    ask: (text) => {
      dispose()
      const question = text.trim()
      if (question === '') tell({ total: 0, items: [] }, '')
      else timer = setTimeout(() => void fetchNow(question), PAUSE_MS)
    },
    dispose,
  }
}
