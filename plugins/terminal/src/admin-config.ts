// Adds to the host's admin: a page of live sessions with a link to it, a panel on demos, and the words of both.
import type { CollectionConfig, Config, Field } from 'payload'
import { TERMINAL_PATH } from './admin/path.ts'
import type { TerminalSettings } from './options.ts'
import { withWords } from './translations/with-words.ts'

const PACKAGE = '@shellfolio/payload-terminal'

const tryField: Field = {
  name: 'terminalTrial',
  type: 'ui',
  admin: { components: { Field: `${PACKAGE}/client#TryDemo` } },
}

/** What is different in the configuration with `collections` instead of its own. */
export const withTerminalAdmin =
  (
    { admin: isWanted, collections: { demos }, global }: TerminalSettings,
    collections: CollectionConfig[],
  ) =>
  (config: Config): Partial<Config> => {
    if (!isWanted) return { collections }
    const { admin, i18n, custom } = config
    return {
      collections: collections.map((collection) =>
        collection.slug === demos
          ? { ...collection, fields: [...collection.fields, tryField] }
          : collection,
      ),
      admin: {
        ...admin,
        components: {
          ...admin?.components,
          afterNavLinks: [
            ...(admin?.components?.afterNavLinks ?? []),
            `${PACKAGE}/client#TerminalNavLink`,
          ],
          views: {
            ...admin?.components?.views,
            terminal: { Component: `${PACKAGE}/rsc#LiveSessionsView`, path: TERMINAL_PATH },
          },
        },
      },
      i18n: {
        ...i18n,
        translations: withWords(i18n),
      },
      custom: { ...custom, terminal: { global } },
    }
  }
