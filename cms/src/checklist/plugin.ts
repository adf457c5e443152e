// Puts content under the checklist: the panel beside the form, its endpoint, and the refusal to publish what harms readers.
import type { CollectionConfig, Config, Field, GlobalConfig, Plugin } from 'payload'
import { checklistEndpoint, globalChecklistEndpoint } from './endpoint.ts'
import { isChecked, isCheckedGlobal } from './gather.ts'
import { refuseHarm } from './refuse.ts'

const panel = (name: string, component: string, position?: 'sidebar'): Field => ({
  name,
  type: 'ui',
  label: 'Before publishing',
  admin: {
    ...(position ? { position } : {}),
    disableListColumn: true,
    components: { Field: `/checklist/panel.client.tsx#${component}` },
  },
})

/** One of them is drawn: beside the form, or above it where what is beside it would come below. */
const panels: Field[] = [
  panel('checklist', 'ChecklistBeside', 'sidebar'),
  panel('checklistAbove', 'ChecklistAbove'),
]

/** `siteUrl`: origin of the site. */
export const checklistPlugin =
  (siteUrl: string): Plugin =>
  (config: Config): Config => {
    const underList = (collection: CollectionConfig): CollectionConfig => {
      const { slug, fields, endpoints, hooks } = collection
      if (!isChecked(slug)) return collection
      return {
        ...collection,
        fields: [...panels, ...fields],
        endpoints: [...(endpoints || []), checklistEndpoint(slug, siteUrl)],
        hooks: {
          ...hooks,
          beforeChange: [refuseHarm(siteUrl), ...(hooks?.beforeChange ?? [])],
        },
      }
    }
    const globalUnderList = (global: GlobalConfig): GlobalConfig => {
      const { slug, fields, endpoints } = global
      if (!isCheckedGlobal(slug)) return global
      return {
        ...global,
        fields: [...panels, ...fields],
        endpoints: [...(endpoints || []), globalChecklistEndpoint(slug, siteUrl)],
      }
    }
    return {
      ...config,
      collections: (config.collections ?? []).map(underList),
      globals: (config.globals ?? []).map(globalUnderList),
    }
  }
