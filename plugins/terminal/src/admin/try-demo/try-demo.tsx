'use client'
// A panel on the demo's page: builds what is saved, runs its commands, and shows how that went.
import { Banner, Button, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { RecordDemo } from '../record/record-demo.tsx'
import { useWords } from '../use-words.ts'
import { BuildOutcome, SmokeOutcome } from './outcomes.tsx'
import { SavedCommands } from './saved-commands.tsx'
import { useTrial } from './use-trial.ts'
import './try-demo.css'

const HEADING = 'terminal-try'

export const TryDemo = () => {
  const { say } = useWords()
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const isModified = useFormModified()
  const { isBusy, outcome, run } = useTrial(`${config.routes.api}/terminal/demos/${id}`)
  const isReady = id !== undefined && !isModified && !isBusy
  return (
    <section className="terminal-try field-type" aria-labelledby={HEADING}>
      <h3 id={HEADING}>{say('tryIt')}</h3>
      <p>{say(id === undefined || isModified ? 'tryItSaveFirst' : 'tryItHint')}</p>
      <div className="terminal-try__bar">
        {(['check', 'build', 'smoke'] as const).map((what) => (
          <Button
            buttonStyle="secondary"
            disabled={!isReady}
            key={what}
            margin={false}
            onClick={() => void run(what)}
            size="small"
          >
            {say(what)}
          </Button>
        ))}
      </div>
      <SavedCommands isReady={isReady} run={(index) => void run('smoke', `commands/${index}`)} />
      {id !== undefined && (
        <RecordDemo api={config.routes.api} demo={String(id)} isReady={isReady} key={id} />
      )}
      <div role="status">
        {isBusy && <p>{say('working')}</p>}
        {(outcome?.what === 'check' || outcome?.what === 'build') && (
          <BuildOutcome isCheck={outcome.what === 'check'} report={outcome.report} />
        )}
        {outcome?.what === 'smoke' && <SmokeOutcome report={outcome.report} />}
        {outcome?.what === 'failure' && (
          <Banner type="error">{say('failed', { reason: outcome.title })}</Banner>
        )}
      </div>
    </section>
  )
}
