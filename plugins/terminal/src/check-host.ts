// Whether the configuration has what the options name, told at boot instead of at the first launch.
import type { Config } from 'payload'
import type { TerminalSettings } from './options.ts'

/** @throws {Error} that names the option and what the configuration does not have */
export const checkHost = (
  { collections, global }: Pick<TerminalSettings, 'collections' | 'global'>,
  config: Config,
): void => {
  const has = (documents: { slug: string }[] | undefined, wanted: string) =>
    documents?.some(({ slug }) => slug === wanted) ?? false
  const missing = (option: string, what: string) =>
    new Error(
      `terminalPlugin: ${option}: there is no ${what}. ` +
        'A plugin that adds it has to stand before this one.',
    )
  for (const [name, slug] of Object.entries(collections)) {
    if (!has(config.collections, slug)) {
      throw missing(`collections.${name}`, `collection "${slug}"`)
    }
  }
  if (!has(config.globals, global)) throw missing('global', `global "${global}"`)
}
