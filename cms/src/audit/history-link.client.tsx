'use client'
// In the sidebar of a document, for owners: the way to what the log says of it.
import { Link, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'

export const HistoryLink = () => {
  const { collectionSlug, globalSlug, id } = useDocumentInfo()
  const { user } = useAuth<{ id: string; email: string; role?: string }>()
  const { config } = useConfig()
  const place = collectionSlug ?? globalSlug
  if (user?.role !== 'owner' || !place || (collectionSlug && id === undefined)) return null
  const query = new URLSearchParams({ 'where[and][0][place][equals]': place })
  if (id !== undefined) query.set('where[and][1][documentId][equals]', String(id))
  return (
    <p className="field-type">
      <Link href={`${config.routes.admin}/collections/audit-log?${query}`}>
        Who changed this, and when
      </Link>
    </p>
  )
}
