'use client'
// Mail address and password, then the code where the account has a second factor. What was typed first stays for both.
// Not Payload's form: after an answer that it does not handle itself it stays disabled.
import type { UserWithToken } from '@payloadcms/ui'
import { Banner, Button, Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { AccountInput, CodeInput } from '../account-input.tsx'
import '../account-panels.css'
import './login-form.css'

type LoginAnswer = UserWithToken & {
  title?: string
  errors?: { message?: string; data?: { code?: string } | null }[]
}

export const LoginForm = ({ target }: { target: string }) => {
  const { config } = useConfig()
  const { t } = useTranslation()
  const { setUser } = useAuth()
  const router = useRouter()
  const codeStep = useRef<HTMLDivElement>(null)
  const [needsCode, setNeedsCode] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { admin, routes } = config

  useEffect(() => {
    if (needsCode) codeStep.current?.querySelector('input')?.focus()
  }, [needsCode])

  /** What went wrong, if anything did. */
  const logIn = async (given: FormData): Promise<string | undefined> => {
    const response = await fetch(formatAdminURL({ apiRoute: routes.api, path: '/users/login' }), {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(given)),
    })
    const answer = (await response.json()) as LoginAnswer
    if (response.ok) {
      setUser(answer)
      router.push(target)
      return undefined
    }
    const [error] = answer.errors ?? []
    if (error?.data?.code === 'second-factor-needed') {
      setNeedsCode(true)
      return undefined
    }
    return error?.message ?? answer.title ?? t('error:unknown')
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    setProblem(await logIn(new FormData(event.currentTarget)).catch(() => t('error:unknown')))
    setIsBusy(false)
  }

  return (
    <form className="login-form" method="post" onSubmit={(event) => void submit(event)}>
      <div aria-live="assertive">
        {problem !== undefined && <Banner type="error">{problem}</Banner>}
      </div>
      <div className="login-form__step" hidden={needsCode}>
        <AccountInput
          autoComplete="username"
          id="field-email"
          label={t('general:email')}
          name="email"
          required
          type="email"
        />
        <AccountInput
          autoComplete="current-password"
          id="field-password"
          label={t('general:password')}
          name="password"
          required
          type="password"
        />
      </div>
      {needsCode && (
        <div className="login-form__step" ref={codeStep}>
          <CodeInput
            aria-describedby="login-code-hint"
            id="field-code"
            label="Code"
            name="code"
            required
          />
          <p id="login-code-hint">
            The six digits in your authenticator app, or one of your recovery codes.
          </p>
        </div>
      )}
      {needsCode ? (
        <a href={formatAdminURL({ adminRoute: routes.admin, path: admin.routes.login })}>
          Log in as somebody else
        </a>
      ) : (
        <Link
          href={formatAdminURL({ adminRoute: routes.admin, path: admin.routes.forgot })}
          prefetch={false}
        >
          {t('authentication:forgotPasswordQuestion')}
        </Link>
      )}
      <Button disabled={isBusy} size="large" type="submit">
        {needsCode ? 'Confirm' : t('authentication:login')}
      </Button>
    </form>
  )
}
