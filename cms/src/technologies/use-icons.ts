// Asks for marks while somebody types, and for more of them at the end of the list.
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../accounts/send.ts'

/** `path`: drawn in a square of 24. */
export type DrawnIcon = { slug: string; title: string; path: string }

export type IconList = { icons: DrawnIcon[]; total: number; problem?: string }

/** In milliseconds. */
const TYPING_PAUSE = 150

const NONE: IconList = { icons: [], total: 0 }

const useAsk = () => {
  const { config } = useConfig()
  const base = `${config.routes.api}/technologies/icons`
  return useCallback(
    async (query: string, from: number): Promise<IconList> => {
      const answer = await ask<IconList>(`${base}?q=${encodeURIComponent(query)}&from=${from}`)
      return 'problem' in answer ? { ...NONE, problem: answer.problem } : answer.body
    },
    [base],
  )
}

/** `query`: `undefined` while nobody looks for one. `more` asks for the next portion. */
export const useIcons = (query: string | undefined): { list: IconList; more: () => void } => {
  const askFor = useAsk()
  const [list, setList] = useState(NONE)
  const current = useRef(query)
  current.current = query

  useEffect(() => {
    if (query === undefined) return
    const timer = setTimeout(async () => {
      const found = await askFor(query, 0)
      if (current.current === query) setList(found)
    }, TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [askFor, query])

  const more = async () => {
    if (query === undefined || list.icons.length >= list.total) return
    const next = await askFor(query, list.icons.length)
    if (current.current !== query) return
    setList((before) => {
      const isNext = before.icons.length === list.icons.length && next.problem === undefined
      return isNext ? { ...next, icons: [...before.icons, ...next.icons] } : before
    })
  }
  return { list, more: () => void more() }
}

/** The mark that is chosen; `undefined` until it is known, and for one that does not exist. */
export const useIcon = (slug: string): DrawnIcon | undefined => {
  const askFor = useAsk()
  const [icon, setIcon] = useState<DrawnIcon>()
  useEffect(() => {
    let isStale = false
    setIcon(undefined)
    const look = async () => {
      const { icons } = await askFor(slug, 0)
      if (!isStale) setIcon(icons.find((found) => found.slug === slug))
    }
    if (slug) void look()
    return () => {
      isStale = true
    }
  }, [askFor, slug])
  return icon
}
