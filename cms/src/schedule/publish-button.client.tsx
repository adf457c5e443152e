'use client'
// Payload's button, whose form for plans would offer to take down what was never published.
import { PublishButton as Button, useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

export const PublishButton = () => {
  const { hasPublishedDoc, unpublishedVersionCount, setUnpublishedVersionCount } = useDocumentInfo()
  useEffect(() => {
    // Payload counts drafts since the publication only, and takes none for nothing to publish.
    if (!hasPublishedDoc && unpublishedVersionCount === 0) setUnpublishedVersionCount(1)
  }, [hasPublishedDoc, unpublishedVersionCount, setUnpublishedVersionCount])
  return <Button />
}
