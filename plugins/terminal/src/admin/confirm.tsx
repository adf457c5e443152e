'use client'
// A button that asks before it acts.
import { Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

export type ConfirmProps = {
  /** Unique on the page. */
  slug: string
  label: string
  /** Read out instead of `label`, where several buttons say the same. */
  description?: string
  body: string
  onConfirm: () => Promise<unknown>
}

export const Confirm = ({ slug, label, description, body, onConfirm }: ConfirmProps) => {
  const { openModal, closeModal } = useModal()
  const close = useRef(closeModal)
  close.current = closeModal
  // What was asked about may be gone before the answer; an open modal without content would lie over the page.
  useEffect(() => () => close.current(slug), [slug])
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
        onConfirm={async () => {
          await onConfirm()
        }}
      />
    </>
  )
}
