// The admin's login page: Payload's, but for the second step that asks for a code.
import { PayloadLogo } from '@payloadcms/ui/shared'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { LoginForm } from './login-form.client.tsx'

export const LoginView = ({ initPageResult, searchParams }: AdminViewServerProps) => {
  const { user, payload } = initPageResult.req
  const { routes } = payload.config
  const target = getSafeRedirect({
    fallbackTo: routes.admin,
    redirectTo: searchParams?.redirect ?? '',
  })
  if (user) redirect(target)
  return (
    <>
      <div className="login__brand">
        <PayloadLogo />
      </div>
      <LoginForm target={target} />
    </>
  )
}
