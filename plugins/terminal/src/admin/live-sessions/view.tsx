// The admin's page /terminal: for whoever may operate terminals, in Payload's own frame.
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { LiveSessions } from './live-sessions.tsx'

export const LiveSessionsView = ({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) => {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const { config } = req.payload
  // Payload asks nobody who they are in front of a page of one's own.
  if (!req.user) redirect(`${config.routes.admin}${config.admin.routes.login}`)
  const { global = 'terminal' } = (config.custom?.terminal ?? {}) as { global?: string }
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <Gutter>
        <h1>{req.i18n.t('terminal:liveSessions' as never)}</h1>
        <LiveSessions api={config.routes.api} global={global} />
      </Gutter>
    </DefaultTemplate>
  )
}
