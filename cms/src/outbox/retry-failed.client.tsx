'use client'
// Above the list, for owners: after an outage, sends everything that did not arrive.
import { Button, useAuth } from '@payloadcms/ui'
import { useSending } from './use-sending.ts'

export const RetryFailed = () => {
  const { user } = useAuth<{ id: string; email: string; role?: string }>()
  const { isBusy, send } = useSending('retry-failed')
  if (user?.role !== 'owner') return null
  return (
    <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void send()} size="small">
      Send all again that failed or were given up
    </Button>
  )
}
