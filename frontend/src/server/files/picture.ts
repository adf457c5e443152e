// /og/….png: the picture of a page that link previews show, drawn when it is asked for, one at a time.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createQueue, QueueFullError } from '@shellfolio/runtime/queue'
import { CmsError } from '../../cms/client.ts'
import { readSite } from '../../cms/queries.ts'
import { isThere } from '../../existence.ts'
import { DEFAULT_LANGUAGE } from '../../i18n/languages.ts'
import { LIMITS } from '../../limits.ts'
import { routeOfPicture } from '../../machine-paths.ts'
import { type Card, cardOf, contactCardOf, versionOf } from '../../og/card.ts'
import { drawCard } from '../../og/draw.ts'
import { hasContent, readPage } from '../../page-data.ts'
import type { Route } from '../../routes.ts'
import type { FileKind, MadeFile } from './file.ts'

const TYPE = 'image/png'
/** Its address changes with it. */
const A_DAY = 'public, max-age=86400'

/** The picture of the whole site, for a page whose own cannot be drawn now; nobody keeps it under that address. */
const makeshift = async (): Promise<MadeFile> => ({
  type: TYPE,
  body: await readFile(join(process.cwd(), 'public/og.png')),
  headers: { 'cache-control': 'no-store' },
  isMakeshift: true,
})

/** Draws each card once: most changes in the CMS leave most pictures as they are. The longest unused make room. */
const drawingOnce = (draw: typeof drawCard): typeof drawCard => {
  const drawn = new Map<string, Buffer>()
  return async (card: Card, host: string) => {
    const key = `${host} ${versionOf(card)}`
    const picture = drawn.get(key) ?? (await draw(card, host))
    drawn.delete(key)
    drawn.set(key, picture)
    const [oldest] = drawn.keys()
    if (drawn.size > LIMITS.maxDrawnPictures && oldest !== undefined) drawn.delete(oldest)
    return picture
  }
}

/** Null when there is no such page. @throws {CmsError} */
const readCard = async (route: Route): Promise<Card | null> => {
  if (route.page === 'contact') return contactCardOf(await readSite(route.language), route.language)
  const data = await readPage(route)
  return data && cardOf(data)
}

export const createPictureFile = (drawAnew = drawCard): FileKind => {
  const draw = drawingOnce(drawAnew)
  const inTurn = createQueue({ atOnce: 1, waiting: LIMITS.maxWaitingPictures })
  return {
    pattern: /^\/og\/[a-z0-9/-]{1,200}\.png$/,
    shelf: 'pictures',
    mayBe: ({ language, path, known }) => {
      const route = routeOfPicture(path)
      // The language stands behind `/og`, as the address of the page is one.
      const hasPicture = hasContent(route) || route.page === 'contact'
      return language === DEFAULT_LANGUAGE && hasPicture && isThere(route, known)
    },
    make: async ({ path, siteUrl }) => {
      const route = routeOfPicture(path)
      try {
        return await inTurn(async () => {
          const card = await readCard(route)
          if (!card) return null
          const body = await draw(card, new URL(siteUrl).host)
          return { type: TYPE, body, headers: { 'cache-control': A_DAY } }
        })
      } catch (error) {
        const isOurs = !(error instanceof QueueFullError || error instanceof CmsError)
        if (isOurs) console.error(error)
        return makeshift()
      }
    },
  }
}

export const pictureFile = createPictureFile()
