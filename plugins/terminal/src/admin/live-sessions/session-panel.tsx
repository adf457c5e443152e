'use client'
// One session, looked at or spoken to: its screen, read-only, and a line for everybody who sees it.
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { LiveTerminal } from '../embed/live-terminal.tsx'
import { useWords } from '../use-words.ts'
import { NoticeForm } from './notice-form.tsx'
import type { SessionRow } from './overview.ts'

export type SessionPanelProps = {
  session: Pick<SessionRow, 'sid' | 'title'>
  /** Shows its screen as well. */
  isWatched: boolean
  ticketsUrl: string
  /** Resolves with whether it is shown. */
  onNotice: (text: string) => Promise<boolean>
  onClose: () => void
}

export const SessionPanel = ({
  session: { sid, title },
  isWatched,
  ticketsUrl,
  onNotice,
  onClose,
}: SessionPanelProps) => {
  const { say } = useWords()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)

  // The focus comes along, and goes back to the button that is still there.
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <section aria-labelledby={id} className="terminal-sessions__panel">
      <div className="terminal-sessions__bar">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {say(isWatched ? 'watching' : 'noticeTo', { demo: title })}
        </h2>
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="small">
          {say('close')}
        </Button>
      </div>
      {isWatched && <p>{say('watchingHint')}</p>}
      {isWatched && <LiveTerminal label={title} ticketsUrl={ticketsUrl} watch={sid} />}
      <NoticeForm onNotice={onNotice} />
    </section>
  )
}
