'use client'
// Asks the CMS to send messages again, and says how that went.
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { untilTried } from './until-tried.ts'

const wordsOf = (sent: number): string => {
  if (sent === 0) return 'There was nothing to send.'
  return sent === 1 ? 'The message is on its way.' : `${sent} messages are on their way.`
}

/** `path`: after the collection's address. `id`: of the one message whose form is to show how it went. */
export const useSending = (path: string, id?: string) => {
  const { config } = useConfig()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const open = useRef(new AbortController())
  useEffect(() => {
    const here = new AbortController()
    open.current = here
    return () => here.abort()
  }, [])
  const messages = `${config.routes.api}/webhook-deliveries`
  const askState = async (signal: AbortSignal): Promise<unknown> => {
    const url = `${messages}/${id}?depth=0`
    const response = await fetch(url, { credentials: 'same-origin', signal })
    return ((await response.json()) as { state?: unknown }).state
  }
  const send = async () => {
    setIsBusy(true)
    try {
      const response = await fetch(`${messages}/${path}`, {
        method: 'POST',
        credentials: 'same-origin',
      })
      const answer = (await response.json()) as { sent?: number; title?: string }
      if (!response.ok) throw new Error(answer.title)
      toast.success(wordsOf(answer.sent ?? 0))
      const { signal } = open.current
      if (id !== undefined) await untilTried(askState, signal)
      if (!signal.aborted) router.refresh()
    } catch (error) {
      toast.error((error instanceof Error && error.message) || 'The CMS did not answer.')
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, send }
}
