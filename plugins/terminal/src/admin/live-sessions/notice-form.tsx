'use client'
// One line to whoever is at a session.
import { Button, TextInput } from '@payloadcms/ui'
import { isNotice, MAX_NOTICE_CHARS } from '@shellfolio/protocol'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { useWords } from '../use-words.ts'

export type NoticeFormProps = {
  /** Resolves with whether it is shown. */
  onNotice: (text: string) => Promise<boolean>
}

export const NoticeForm = ({ onNotice }: NoticeFormProps) => {
  const { say } = useWords()
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const line = text.trim()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isNotice(line) || isBusy) return
    setBusy(true)
    // What could not be shown stays, to be tried again.
    if (await onNotice(line)) setText('')
    setBusy(false)
  }
  return (
    <form className="terminal-sessions__notice" onSubmit={submit}>
      <TextInput
        description={say('noticeHint', { left: MAX_NOTICE_CHARS - line.length })}
        htmlAttributes={{ autoComplete: 'off' }}
        label={say('notice')}
        onChange={({ target }: ChangeEvent<HTMLInputElement>) => setText(target.value)}
        path="terminalNotice"
        value={text}
      />
      <Button disabled={!isNotice(line) || isBusy} margin={false} size="small" type="submit">
        {say('noticeSend')}
      </Button>
    </form>
  )
}
