'use client'
// Asks the CMS to send messages again, and says how that went.
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const wordsOf = (sent: number): string => {
  if (sent === 0) return 'There was nothing to send.'
  return sent === 1 ? 'The message is on its way.' : `${sent} messages are on their way.`
}

/** `path`: after the collection's address. */
export const useSending = (path: string) => {
  const { config } = useConfig()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const send = async () => {
    setIsBusy(true)
    try {
      const response = await fetch(`${config.routes.api}/webhook-deliveries/${path}`, {
        method: 'POST',
        credentials: 'same-origin',
      })
      const answer = (await response.json()) as { sent?: number; title?: string }
      if (!response.ok) throw new Error(answer.title)
      toast.success(wordsOf(answer.sent ?? 0))
      router.refresh()
    } catch (error) {
      toast.error((error instanceof Error && error.message) || 'The CMS did not answer.')
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, send }
}
