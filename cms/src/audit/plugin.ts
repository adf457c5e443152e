// Puts everything that the configuration holds under the log: the last plugin, so that it sees what the others add.
import type { CollectionConfig, Config, Field, GlobalConfig, Payload, Plugin } from 'payload'
import { logFailedLogin, logLogin, logLogout, logUnlock } from './account-hooks.ts'
import { auditLog } from './collection.ts'
import { UNLOGGED } from './coverage.ts'
import { logChange, logDelete, rememberManner, rememberRow } from './document-hooks.ts'
import { forgetAuditTask } from './forget.ts'
import { logGlobalChange, rememberGlobal } from './global-hooks.ts'
import { auditSettings } from './settings.ts'

const historyLink: Field = {
  name: 'auditHistory',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/audit/history-link.client.tsx#HistoryLink' },
  },
}

const isLogged = ({ slug }: { slug: string }): boolean => !Object.hasOwn(UNLOGGED, slug)

const logCollection = (collection: CollectionConfig): CollectionConfig => {
  if (!isLogged(collection)) return collection
  const { hooks = {}, auth } = collection
  return {
    ...collection,
    fields: [...collection.fields, historyLink],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), rememberManner],
      beforeChange: [...(hooks.beforeChange ?? []), rememberRow],
      afterChange: [...(hooks.afterChange ?? []), logChange],
      afterDelete: [...(hooks.afterDelete ?? []), logDelete],
      ...(auth
        ? {
            afterError: [...(hooks.afterError ?? []), logFailedLogin],
            afterLogin: [...(hooks.afterLogin ?? []), logLogin],
            afterLogout: [...(hooks.afterLogout ?? []), logLogout],
            afterOperation: [...(hooks.afterOperation ?? []), logUnlock],
          }
        : {}),
    },
  }
}

const logGlobal = (global: GlobalConfig): GlobalConfig =>
  isLogged(global)
    ? {
        ...global,
        fields: [...global.fields, historyLink],
        hooks: {
          ...global.hooks,
          beforeOperation: [...(global.hooks?.beforeOperation ?? []), rememberGlobal],
          afterChange: [...(global.hooks?.afterChange ?? []), logGlobalChange],
        },
      }
    : global

/** Payload makes the table of jobs itself, and warns of hooks that it is given with it: they are for running jobs. */
const logDeletedJobs = ({ collections }: Payload): void => {
  const jobs = collections['payload-jobs']?.config
  jobs?.hooks.afterDelete.push(async (deleted) => {
    if (deleted.req.user) await logDelete(deleted)
  })
}

export const auditPlugin: Plugin = (config: Config): Config => {
  const incomingOnInit = config.onInit
  return {
    ...config,
    collections: [...(config.collections ?? []).map(logCollection), auditLog],
    globals: [...(config.globals ?? []), auditSettings].map(logGlobal),
    jobs: { ...config.jobs, tasks: [...(config.jobs?.tasks ?? []), forgetAuditTask] },
    onInit: async (payload) => {
      await incomingOnInit?.(payload)
      logDeletedJobs(payload)
    },
  }
}
