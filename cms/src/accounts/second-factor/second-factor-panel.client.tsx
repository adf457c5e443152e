'use client'
// On the page of an account: its second factor. One's own is set up and removed here; an owner removes that of others.
import { Banner, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { type Answer, ask } from '../send.ts'
import { RemoveFactor, RenewCodes } from './keep-factor.client.tsx'
import { RecoveryCodes } from './recovery-codes.client.tsx'
import { SetUpFactor } from './set-up-factor.client.tsx'
import '../account-panels.css'

type State = { isOn: boolean; since?: string; recoveryCodesLeft?: number; isDue: boolean }

const Standing = ({ isOn, since, recoveryCodesLeft, isDue }: State) => {
  if (isDue) {
    return (
      <Banner type="error">
        Every account here needs a second factor. Until you have one, you can do nothing else.
      </Banner>
    )
  }
  if (!isOn || since === undefined) return <p>Off: the password alone opens this account.</p>
  return (
    <p>
      On since {new Date(since).toLocaleDateString()}. {recoveryCodesLeft} recovery codes are left.
    </p>
  )
}

export const SecondFactorPanel = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const base = `${config.routes.api}/users/second-factor`
  const [answer, setAnswer] = useState<Answer<State>>()
  const [codes, setCodes] = useState<string[]>()

  const load = useCallback(async () => {
    if (id !== undefined) setAnswer(await ask(`${base}?account=${id}`))
  }, [base, id])
  useEffect(() => void load(), [load])

  const showCodes = (made: string[]) => {
    setCodes(made)
    void load()
  }

  if (id === undefined || answer === undefined) return null
  const isOwn = user?.id === id
  return (
    <section aria-labelledby="factor-panel" className="account-panel field-type">
      <h3 id="factor-panel">Second factor</h3>
      {'problem' in answer ? <p>{answer.problem}</p> : <Standing {...answer.body} />}
      {codes && <RecoveryCodes codes={codes} />}
      {'body' in answer && isOwn && !answer.body.isOn && (
        <SetUpFactor base={base} onDone={showCodes} />
      )}
      {'body' in answer && answer.body.isOn && (
        <>
          {isOwn && <RenewCodes base={base} onDone={showCodes} />}
          <RemoveFactor account={isOwn ? undefined : String(id)} base={base} onDone={load} />
        </>
      )}
    </section>
  )
}
