'use client'
// What can be done with a second factor that is there: new recovery codes, or none any more. Both ask for the password.
import { Banner, Button } from '@payloadcms/ui'
import { useState } from 'react'
import { AccountInput, CodeInput } from '../account-input.tsx'
import { ask } from '../send.ts'

type FormProps = {
  label: string
  hint: string
  needsCode: boolean
  send: (given: { password: string; code?: string }) => Promise<string | undefined>
}

/** Opens below its button. `send` answers what went wrong. */
const Proof = ({ label, hint, needsCode, send }: FormProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const isReady = password !== '' && (!needsCode || code !== '')

  const submit = async () => {
    if (!isReady) return
    const wrong = await send({ password, ...(needsCode ? { code } : {}) })
    setPassword('')
    setCode('')
    setProblem(wrong)
    if (wrong === undefined) setIsOpen(false)
  }
  const onKeyDown = (event: { key: string; preventDefault: () => void }) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void submit()
  }

  if (!isOpen) {
    return (
      <Button buttonStyle="secondary" margin={false} onClick={() => setIsOpen(true)} size="small">
        {label}
      </Button>
    )
  }
  return (
    <fieldset className="account-panel">
      <legend>{label}</legend>
      <p>{hint}</p>
      {problem !== undefined && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      <div className="account-panel__form">
        <AccountInput
          autoComplete="current-password"
          label="Your password"
          onChange={({ target }) => setPassword(target.value)}
          onKeyDown={onKeyDown}
          type="password"
          value={password}
        />
        {needsCode && (
          <CodeInput
            label="Code from the app, or a recovery code"
            onChange={({ target }) => setCode(target.value)}
            onKeyDown={onKeyDown}
            value={code}
          />
        )}
        <Button disabled={!isReady} margin={false} onClick={() => void submit()} size="medium">
          {label}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setIsOpen(false)}
          size="medium"
        >
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}

export const RenewCodes = ({
  base,
  onDone,
}: {
  base: string
  onDone: (codes: string[]) => void
}) => (
  <Proof
    hint="The codes that you have now stop working."
    label="New recovery codes"
    needsCode
    send={async (given) => {
      const answer = await ask<{ recoveryCodes: string[] }>(`${base}/recovery-codes`, given)
      if ('problem' in answer) return answer.problem
      onDone(answer.body.recoveryCodes)
      return undefined
    }}
  />
)

type RemoveProps = { account: string | undefined; base: string; onDone: () => Promise<void> }

/** `account`: somebody else's, whose logins end with it. */
export const RemoveFactor = ({ account, base, onDone }: RemoveProps) => (
  <Proof
    hint={
      account === undefined
        ? 'From then on the password alone opens your account.'
        : 'For somebody who lost both app and recovery codes: be sure that it is they who ask. All their logins end.'
    }
    label="Remove the second factor"
    needsCode={account === undefined}
    send={async (given) => {
      const answer = await ask(`${base}/remove`, {
        ...given,
        ...(account === undefined ? {} : { account }),
      })
      if ('problem' in answer) return answer.problem
      await onDone()
      return undefined
    }}
  />
)
