// On the dashboard, only when there is something to say: messages that the site did not get.
import { Banner } from '@payloadcms/ui'
import type { Payload, TypedUser } from 'payload'
import { hasRole } from '../access/roles.ts'
import { DELIVERIES } from './change.ts'

type Props = { payload: Payload; user?: TypedUser | null }

const count = async (payload: Payload, state: string): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: DELIVERIES,
    where: { state: { equals: state } },
    overrideAccess: true,
  })
  return totalDocs
}

const messages = (number: number) => (number === 1 ? 'One message' : `${number} messages`)

export const Undelivered = async ({ payload, user }: Props) => {
  if (!user || !hasRole(user, 'owner', 'editor')) return null
  const [failed, givenUp] = await Promise.all([
    count(payload, 'failed'),
    count(payload, 'given-up'),
  ])
  if (failed + givenUp === 0) return null
  const list = `${payload.config.routes.admin}/collections/${DELIVERIES}`
  return (
    <Banner type="error">
      {givenUp > 0 && `${messages(givenUp)} to the site given up. `}
      {failed > 0 && `${messages(failed)} to the site failed and will be tried again. `}
      <a href={list}>Look at them</a>
    </Banner>
  )
}
