// Adds to the host's admin: pages of live sessions and insights with links to them, a part of the dashboard, a panel on
// demos, and their words.
import type { CollectionConfig, Config, Field } from 'payload'
import { INSIGHTS_PATH, TERMINAL_PATH } from './admin/path.ts'
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
          beforeDashboard: [
            ...(admin?.components?.beforeDashboard ?? []),
            `${PACKAGE}/rsc#TerminalWidget`,
          ],
          views: {
            ...admin?.components?.views,
            // Before the page whose address begins its own.
            terminalInsights: { Component: `${PACKAGE}/rsc#InsightsView`, path: INSIGHTS_PATH },
            terminal: { Component: `${PACKAGE}/rsc#LiveSessionsView`, path: TERMINAL_PATH },
          },
        },
      },
      i18n: {
        ...i18n,
        translations: withWords(i18n),
      },
      custom: { ...custom, terminal: { global, demos } },
    }
  }
