// Puts content under the checklist: the panel beside the form, its endpoint, and the refusal to publish what harms readers.
import type { CollectionConfig, Config, Field, Plugin } from 'payload'
import { checklistEndpoint } from './endpoint.ts'
import { isChecked } from './gather.ts'
import { refuseHarm } from './refuse.ts'

const panel: Field = {
  name: 'checklist',
  type: 'ui',
  label: 'Before publishing',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/checklist/panel.client.tsx#ChecklistPanel' },
  },
}

/** `siteUrl`: origin of the site. */
export const checklistPlugin =
  (siteUrl: string): Plugin =>
  (config: Config): Config => {
    const underList = (collection: CollectionConfig): CollectionConfig => {
      const { slug, fields, endpoints, hooks } = collection
      if (!isChecked(slug)) return collection
      return {
        ...collection,
        fields: [panel, ...fields],
        endpoints: [...(endpoints || []), checklistEndpoint(slug, siteUrl)],
        hooks: {
          ...hooks,
          beforeChange: [refuseHarm(siteUrl), ...(hooks?.beforeChange ?? [])],
        },
      }
    }
    return { ...config, collections: (config.collections ?? []).map(underList) }
  }
