'use client'
import type { UserWithToken } from '@payloadcms/ui'
// Mail address and password, then the code where the account has a second factor. What was typed first stays for both.
import {
  Banner,
  EmailField,
  Form,
  FormSubmit,
  Link,
  PasswordField,
  TextField,
  useAuth,
  useConfig,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'
import './login-form.css'

type LoginAnswer = UserWithToken & {
  title?: string
  errors?: { message?: string; data?: { code?: string } | null }[]
}

const CodeStep = () => {
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const input = field.current?.querySelector('input')
    input?.setAttribute('autocomplete', 'one-time-code')
    input?.setAttribute('spellcheck', 'false')
    input?.focus()
  }, [])
  return (
    <div ref={field}>
      <TextField
        field={{
          name: 'code',
          label: 'Code',
          required: true,
          maxLength: 64,
          admin: {
            description: 'The six digits in your authenticator app, or one of your recovery codes.',
          },
        }}
        path="code"
      />
    </div>
  )
}

export const LoginForm = ({ target }: { target: string }) => {
  const { config } = useConfig()
  const { t } = useTranslation()
  const { setUser } = useAuth()
  const router = useRouter()
  const [needsCode, setNeedsCode] = useState(false)
  const [problem, setProblem] = useState<string>()
  // A new one makes a new form: Payload's stays disabled after an answer that it did not handle itself.
  const { admin, routes } = config

  const read = async (response: Response) => {
    const answer = (await response.json().catch(() => ({}))) as LoginAnswer
    if (response.ok) {
      setUser(answer)
      router.push(target)
      return
    }
    const [error] = answer.errors ?? []
    const code = error?.data?.code
    if (code === 'second-factor-needed') {
      setNeedsCode(true)
      setProblem(undefined)
      return
    }
    setProblem(error?.message ?? answer.title ?? t('error:unknown'))
  }

  return (
    <Form
      action={formatAdminURL({ apiRoute: routes.api, path: '/users/login' })}
      className="login__form"
      disableSuccessStatus
      handleResponse={(response) => void read(response)}
      initialState={{
        email: { initialValue: '', valid: true, value: '' },
        password: { initialValue: '', valid: true, value: '' },
      }}
      method="POST"
      waitForAutocomplete
    >
      <div aria-live="assertive">
        {problem !== undefined && <Banner type="error">{problem}</Banner>}
      </div>
      <div className={needsCode ? 'login-form__done' : 'login__form__inputWrap'}>
        <EmailField
          field={{
            name: 'email',
            label: t('general:email'),
            required: true,
            admin: { autoComplete: 'username' },
          }}
          path="email"
        />
        <PasswordField
          autoComplete="current-password"
          field={{ name: 'password', label: t('general:password'), required: true }}
          path="password"
        />
      </div>
      {needsCode ? (
        <>
          <div className="login__form__inputWrap">
            <CodeStep />
          </div>
          <a href={formatAdminURL({ adminRoute: routes.admin, path: admin.routes.login })}>
            Log in as somebody else
          </a>
        </>
      ) : (
        <Link
          href={formatAdminURL({ adminRoute: routes.admin, path: admin.routes.forgot })}
          prefetch={false}
        >
          {t('authentication:forgotPasswordQuestion')}
        </Link>
      )}
      <FormSubmit size="large">{needsCode ? 'Confirm' : t('authentication:login')}</FormSubmit>
    </Form>
  )
}
