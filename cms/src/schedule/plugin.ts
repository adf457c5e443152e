// Puts our button to publish over whatever can be published at a set time.
import type { CollectionConfig, Config, Plugin } from 'payload'

const isPlanned = ({ versions }: CollectionConfig): boolean => {
  const drafts = typeof versions === 'object' ? versions.drafts : undefined
  return typeof drafts === 'object' && Boolean(drafts.schedulePublish)
}

const withButton = (collection: CollectionConfig): CollectionConfig => {
  if (!isPlanned(collection)) return collection
  const { admin } = collection
  const edit = {
    ...admin?.components?.edit,
    PublishButton: '/schedule/publish-button.client.tsx#PublishButton',
  }
  return { ...collection, admin: { ...admin, components: { ...admin?.components, edit } } }
}

export const schedulePlugin: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(withButton),
})
