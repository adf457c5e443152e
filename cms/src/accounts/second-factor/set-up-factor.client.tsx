'use client'
// Sets up a second factor in two steps: the password for the secret, then a code that shows that the app has it.
import { Banner, Button } from '@payloadcms/ui'
import { useState } from 'react'
import { AccountInput, CodeInput } from '../account-input.tsx'
import { ask } from '../send.ts'

type Started = { secret: string; uri: string; picture: string }
type Props = { base: string; onDone: (recoveryCodes: string[]) => void }

export const SetUpFactor = ({ base, onDone }: Props) => {
  const [typed, setTyped] = useState('')
  const [started, setStarted] = useState<Started>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const step = async () => {
    setIsBusy(true)
    if (started === undefined) {
      const answer = await ask<Started>(`${base}/start`, { password: typed })
      setProblem('problem' in answer ? answer.problem : undefined)
      if ('body' in answer) setStarted(answer.body)
    } else {
      const answer = await ask<{ recoveryCodes: string[] }>(`${base}/confirm`, { code: typed })
      setProblem('problem' in answer ? answer.problem : undefined)
      if ('body' in answer) onDone(answer.body.recoveryCodes)
    }
    setTyped('')
    setIsBusy(false)
  }

  const input = {
    value: typed,
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
    // The panel lies inside Payload's form, which Enter would save.
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (typed !== '' && !isBusy) void step()
    },
  }
  return (
    <>
      {started === undefined ? (
        <p>
          With a second factor, a stolen password opens nothing: each login also asks for a code
          from an app on your phone. Confirm your password to set it up.
        </p>
      ) : (
        <>
          <p>Scan this picture with an authenticator app, then type the code that it shows.</p>
          {/* biome-ignore lint/performance/noImgElement: the picture is in the answer already. */}
          <img
            alt="QR code of the secret"
            className="account-panel__picture"
            src={started.picture}
          />
          <p>
            Cannot scan? Type this secret into the app:{' '}
            <code className="account-panel__secret">
              {started.secret.replace(/(.{4})/g, '$1 ')}
            </code>
          </p>
        </>
      )}
      {problem !== undefined && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      <div className="account-panel__form">
        {started === undefined ? (
          <AccountInput
            autoComplete="current-password"
            key="password"
            label="Your password"
            type="password"
            {...input}
          />
        ) : (
          <CodeInput key="code" label="Code" {...input} />
        )}
        <Button
          disabled={typed === '' || isBusy}
          margin={false}
          onClick={() => void step()}
          size="medium"
        >
          {started === undefined ? 'Set up' : 'Confirm'}
        </Button>
      </div>
    </>
  )
}
