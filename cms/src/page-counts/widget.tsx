// On the dashboard: how often the site was viewed lately, which pages, and where visitors came from.
import type { Payload, TypedUser } from 'payload'
import { hasRole } from '../access/roles.ts'
import { PAGE_COUNTS_SLUG } from './collection.ts'
import { readFigures } from './figures.ts'
import { Views } from './views.tsx'
import './widget.css'

type Props = { payload: Payload; user?: TypedUser | null }

/** `undefined` when the database does not answer: the dashboard goes on. */
const read = async (payload: Payload) => {
  try {
    const [figures, site] = await Promise.all([
      readFigures(payload),
      payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: true }),
    ])
    return { figures, isOn: site.countViews !== false }
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The dashboard cannot show the page counts.' })
    return undefined
  }
}

export const PageCounts = async ({ payload, user }: Props) => {
  if (!user || !hasRole(user, 'owner', 'editor', 'viewer')) return null
  const found = await read(payload)
  if (!found) return null
  return (
    <section className="page-counts" aria-label="Page views">
      <Views {...found} />
      <p className="page-counts__link">
        <a href={`${payload.config.routes.admin}/collections/${PAGE_COUNTS_SLUG}`}>All counts</a>
      </p>
    </section>
  )
}
