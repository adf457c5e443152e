// A page of the plugin in Payload's own frame, for whoever is logged in.
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

export type FrameProps = Pick<
  AdminViewServerProps,
  'initPageResult' | 'params' | 'searchParams'
> & {
  heading: string
  children: ReactNode
}

export const Frame = ({ initPageResult, params, searchParams, heading, children }: FrameProps) => {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const { admin, routes } = req.payload.config
  // Payload asks nobody who they are in front of a page of one's own.
  if (!req.user) redirect(`${routes.admin}${admin.routes.login}`)
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
        <h1>{heading}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}
