'use client'
// On the page of a service account: makes its key, and shows it for the only time.
import { Banner, Button, CopyToClipboard, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { type Answer, ask } from '../send.ts'
import '../account-panels.css'

const headerOf = (key: string) => `service-accounts API-Key ${key}`

export const KeyPanel = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const [answer, setAnswer] = useState<Answer<{ key: string }>>()
  if (id === undefined) return <p className="field-type">Save the account to make its key.</p>
  const make = async () =>
    setAnswer(await ask(`${config.routes.api}/service-accounts/${id}/key`, {}))
  return (
    <section aria-labelledby="key-panel" className="account-panel field-type">
      <h3 id="key-panel">Key</h3>
      <p>A new key takes the place of the one before, which stops working at once.</p>
      <Button buttonStyle="secondary" margin={false} onClick={() => void make()} size="small">
        Make a new key
      </Button>
      <div aria-live="polite">
        {answer && 'problem' in answer && <Banner type="error">{answer.problem}</Banner>}
        {answer && 'body' in answer && (
          <>
            <p>
              Copy it now: it is not shown again. Programs send it in the header “Authorization”.
            </p>
            <code className="account-panel__secret">{headerOf(answer.body.key)}</code>{' '}
            <CopyToClipboard value={headerOf(answer.body.key)} />
          </>
        )}
      </div>
    </section>
  )
}
