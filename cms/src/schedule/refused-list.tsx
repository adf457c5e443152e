// On the dashboard, only when there is something to say: what was planned and did not happen.
import { Banner } from '@payloadcms/ui'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { hasRole } from '../access/roles.ts'
import { draftOf } from './draft.ts'
import { refusedPlaces } from './refused.ts'

type Props = { payload: Payload; user?: TypedUser | null }

export const RefusedList = async ({ payload, user }: Props) => {
  if (!user || !hasRole(user, 'owner', 'editor')) return null
  const req = await createLocalReq({ user }, payload)
  const places = await refusedPlaces(req)
  if (places.length === 0) return null
  const { admin } = payload.config.routes
  const links = await Promise.all(
    places.map(async (place) => ({
      href: `${admin}/collections/${place.collection}/${place.id}`,
      title: (await draftOf(req, place))?.title ?? 'Untitled',
    })),
  )
  return (
    <Banner type="error">
      Planned, and refused when the time came:{' '}
      {links.map(({ href, title }, index) => (
        <span key={href}>
          {index > 0 && ', '}
          <a href={href}>{title}</a>
        </span>
      ))}
      . {links.length === 1 ? 'Its form says why.' : 'Their forms say why.'}
    </Banner>
  )
}
