'use client'
// The title of what was recorded, before it is saved.
import { Button, TextInput } from '@payloadcms/ui'
import { type ChangeEvent, useState } from 'react'
import { useWords } from '../use-words.ts'

const MAX_TITLE_CHARS = 200

export type SaveRecordingProps = {
  onSave: (title: string) => Promise<void>
  onThrowAway: () => void
}

/** No form of its own: it stands inside that of the demo, and Enter would save the demo. */
export const SaveRecording = ({ onSave, onThrowAway }: SaveRecordingProps) => {
  const { say } = useWords()
  const [title, setTitle] = useState('')
  const [isBusy, setBusy] = useState(false)
  const wanted = title.trim().slice(0, MAX_TITLE_CHARS)
  const mayBeSaved = wanted !== '' && !isBusy

  const save = async () => {
    if (!mayBeSaved) return
    setBusy(true)
    await onSave(wanted)
    setBusy(false)
  }
  return (
    <div className="terminal-record__save">
      <TextInput
        htmlAttributes={{ autoComplete: 'off' }}
        label={say('recordTitle')}
        onChange={({ target }: ChangeEvent<HTMLInputElement>) => setTitle(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void save()
        }}
        path="terminalRecordingTitle"
        required
        value={title}
      />
      <div className="terminal-record__bar">
        <Button disabled={!mayBeSaved} margin={false} onClick={() => void save()} size="small">
          {say('recordSave')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onThrowAway} size="small">
          {say('recordThrowAway')}
        </Button>
      </div>
    </div>
  )
}
