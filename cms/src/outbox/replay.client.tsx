'use client'
// On a message, for owners: sends it once more.
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useSending } from './use-sending.ts'

export const Replay = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth<{ id: string; email: string; role?: string }>()
  const { isBusy, send } = useSending(`${id}/replay`, String(id))
  if (user?.role !== 'owner' || id === undefined) return null
  return (
    <div className="field-type">
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() => void send()}
        size="small"
      >
        Send again
      </Button>
      <p className="field-description">
        Under the same id: the site renders these pages once more from what is published now.
        Nothing old comes back.
      </p>
    </div>
  )
}
