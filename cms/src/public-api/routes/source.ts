// GET projects/{slug}/source, GET projects/{slug}/source/file?path=
import { z } from 'zod'
import { readShown } from '../../archives/shown.ts'
import { sharedSources } from '../../archives/sources.ts'
import { MAX_ARCHIVE_PATH } from '../../limits.ts'
import type { Published } from '../published/published.ts'
import { type Asked, route } from '../route.ts'
import { sourceFileShape, sourceShape, toldEntries } from '../shapes/source.ts'

type Named = Pick<Asked<unknown>, 'published' | 'slug'>

const isThere = async ({ published, slug }: Named): Promise<boolean> =>
  (await published.readable()).has(slug)

const archiveOf = async ({ published, slug }: Named): ReturnType<Published['archive']> => {
  const id = (await published.readable()).get(slug)
  return id === undefined ? undefined : published.archive(id)
}

export const sourceRoutes = [
  route({
    path: 'projects/{slug}/source',
    summary: 'What is in the source code of a project, where its owner shows it',
    query: z.strictObject({}),
    kind: 'sources',
    shape: sourceShape,
    isThere,
    load: async ({ published, slug, locale }) => {
      const { lines, places } = await published.projects(locale)
      const line = lines[places.get(slug) ?? -1]
      const archive = await archiveOf({ published, slug })
      if (!line || !archive) return undefined
      const entries = toldEntries(archive.entries)
      return {
        title: line.title,
        entries,
        others: archive.entries.length - entries.length,
        unpackedBytes: archive.unpackedBytes,
      }
    },
  }),
  route({
    path: 'projects/{slug}/source/file',
    summary: 'A text of that source code, by a path that is letter for letter one of its tree',
    query: z.strictObject({ path: z.string().min(1).max(MAX_ARCHIVE_PATH) }),
    kind: 'sources',
    shape: sourceFileShape,
    isThere,
    load: async ({ payload, published, slug, query: { path } }) => {
      const archive = await archiveOf({ published, slug })
      const entry = archive?.entries.find((one) => one.path === path)
      if (!archive || !entry) return undefined
      const text = await readShown({ payload, sources: sharedSources() }, archive, entry)
      return text && { path, text: text.toString('utf8') }
    },
  }),
]
