'use client'
// Records a session of the demo: a terminal, then a title, then what came of it.
import { Banner, Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { LiveTerminalElement, Phase } from '../../client/index.ts'
import { LiveTerminal } from '../embed/live-terminal.tsx'
import { useWords } from '../use-words.ts'
import { SaveRecording } from './save-recording.tsx'
import { SavedRecording } from './saved-recording.tsx'
import { reasonOf, send } from './send.ts'
import './record.css'

export type RecordDemoProps = {
  /** Address of the API, for instance `/api`. */
  api: string
  /** Id of the demo. */
  demo: string
  /** Whether what is saved is what is seen. */
  isReady: boolean
}

type Stage =
  | { at: 'idle' }
  | { at: 'recording' }
  /** There was no session; the terminal says why. */
  | { at: 'refused' }
  /** The session is over and waits to be saved. */
  | { at: 'over'; session: string }
  | { at: 'saved'; id: string }

const OVER: readonly string[] = ['ended', 'failed', 'unavailable']

export const RecordDemo = ({ api, demo, isReady }: RecordDemoProps) => {
  const { say } = useWords()
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const [failure, setFailure] = useState('')
  const element = useRef<LiveTerminalElement | undefined>(undefined)
  const session = useRef<string | undefined>(undefined)
  const isShown = stage.at !== 'idle' && stage.at !== 'saved'

  const onPhase = ({ state, session: sid }: Phase) => {
    session.current = sid ?? session.current
    if (OVER.includes(state)) {
      setStage(session.current ? { at: 'over', session: session.current } : { at: 'refused' })
    }
    // The terminal's own button launches again: what was recorded before is not saved then.
    if (state === 'connecting') setStage({ at: 'recording' })
  }
  const begin = () => {
    session.current = undefined
    setFailure('')
    setStage({ at: 'recording' })
  }
  const save = async (title: string) => {
    if (stage.at !== 'over') return
    setFailure('')
    try {
      const { id } = await send(`${api}/terminal/recordings`, 'POST', {
        session: stage.session,
        title,
      })
      setStage({ at: 'saved', id: String(id) })
    } catch (error) {
      setFailure(reasonOf(error))
    }
  }

  return (
    <div className="terminal-record">
      <div className="terminal-record__bar">
        {stage.at === 'recording' && (
          <Button margin={false} onClick={() => element.current?.end()} size="small">
            {say('recordStop')}
          </Button>
        )}
        {stage.at === 'refused' && (
          <Button margin={false} onClick={() => setStage({ at: 'idle' })} size="small">
            {say('close')}
          </Button>
        )}
        {!isShown && (
          <Button
            buttonStyle="secondary"
            disabled={!isReady}
            margin={false}
            onClick={begin}
            size="small"
          >
            {say(stage.at === 'saved' ? 'recordAgain' : 'record')}
          </Button>
        )}
        <p>{say('recordHint')}</p>
      </div>
      {isShown && (
        <LiveTerminal
          demo={demo}
          label={say('record')}
          onElement={(made) => {
            element.current = made
          }}
          onPhase={onPhase}
          ticketsUrl={`${api}/terminal/demos/${demo}/record`}
        />
      )}
      {stage.at === 'over' && (
        <SaveRecording onSave={save} onThrowAway={() => setStage({ at: 'idle' })} />
      )}
      <div role="status">
        {failure !== '' && <Banner type="error">{say('failed', { reason: failure })}</Banner>}
        {stage.at === 'saved' && <Banner type="success">{say('recordSaved')}</Banner>}
      </div>
      {stage.at === 'saved' && <SavedRecording api={api} id={stage.id} key={stage.id} />}
    </div>
  )
}
