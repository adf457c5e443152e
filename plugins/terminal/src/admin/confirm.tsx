'use client'
// A button that asks before it acts.
import { Button, ConfirmationModal, useModal } from '@payloadcms/ui'

export type ConfirmProps = {
  /** Unique on the page. */
  slug: string
  label: string
  /** Read out instead of `label`, where several buttons say the same. */
  description?: string
  body: string
  onConfirm: () => Promise<void>
}

export const Confirm = ({ slug, label, description, body, onConfirm }: ConfirmProps) => {
  const { openModal } = useModal()
  return (
    <>
      <Button
        aria-label={description ?? label}
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(slug)}
        size="small"
      >
        {label}
      </Button>
      <ConfirmationModal
        body={body}
        confirmLabel={label}
        heading={description ?? label}
        modalSlug={slug}
        onConfirm={onConfirm}
      />
    </>
  )
}
