'use client'
// On the page of an account: where it is logged in, and the buttons that end it.
import { Banner, Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { type Answer, ask } from '../send.ts'
import '../account-panels.css'

type Login = {
  id: string
  createdAt: string | null
  seenAt: string | null
  browser: string | null
  address: string | null
  isThis: boolean
}

const when = (date: string | null) =>
  date === null
    ? 'unknown'
    : new Date(date).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const Row = ({ login, end }: { login: Login; end: () => void }) => (
  <li className="account-panel__row">
    <div>
      <p>
        {login.browser ?? 'Another program'}
        {login.isThis && <strong> (this one)</strong>}
      </p>
      <p className="account-panel__more">
        Since {when(login.createdAt)}, last seen {when(login.seenAt)}, from{' '}
        {login.address ?? 'unknown'}
      </p>
    </div>
    {!login.isThis && (
      <Button
        aria-label={`End the login of ${login.browser ?? 'another program'} since ${when(login.createdAt)}`}
        buttonStyle="secondary"
        margin={false}
        onClick={end}
        size="small"
      >
        End
      </Button>
    )}
  </li>
)

export const LoginsPanel = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const base = `${config.routes.api}/users/logins`
  const [answer, setAnswer] = useState<Answer<{ logins: Login[] }>>()
  const [problem, setProblem] = useState<string>()

  const load = useCallback(async () => {
    if (id !== undefined) setAnswer(await ask(`${base}?account=${id}`))
  }, [base, id])
  useEffect(() => void load(), [load])

  const end = async (login?: string) => {
    const done = await ask(`${base}/end`, {
      account: id,
      ...(login === undefined ? {} : { login }),
    })
    setProblem('problem' in done ? done.problem : undefined)
    await load()
  }

  if (id === undefined || answer === undefined) return null
  const logins = 'body' in answer ? answer.body.logins : []
  const hasThis = logins.some(({ isThis }) => isThis)
  return (
    <section aria-labelledby="logins-panel" className="account-panel field-type">
      <h3 id="logins-panel">Logins</h3>
      {'problem' in answer && <p>{answer.problem}</p>}
      {problem !== undefined && <Banner type="error">{problem}</Banner>}
      {logins.length === 0 ? (
        <p>Logged in nowhere.</p>
      ) : (
        <ul className="account-panel__list">
          {logins.map((login) => (
            <Row end={() => void end(login.id)} key={login.id} login={login} />
          ))}
        </ul>
      )}
      {logins.length > (hasThis ? 1 : 0) && (
        <Button buttonStyle="secondary" margin={false} onClick={() => void end()} size="small">
          {hasThis ? 'End all others' : 'End all'}
        </Button>
      )}
    </section>
  )
}
