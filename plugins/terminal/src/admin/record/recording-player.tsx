'use client'
// On the page of a recording: its poster, and the recording itself once it is played.
import { Banner, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../use-words.ts'
import { send } from './send.ts'
import '../../client/player/player.css'
import '../embed/live-terminal.css'
import './record.css'

export const RecordingPlayer = () => {
  const { say } = useWords()
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const host = useRef<HTMLDivElement>(null)
  const [hasFailed, setFailed] = useState(false)
  const url = id === undefined ? undefined : `${config.routes.api}/terminal/recordings/${id}`
  const texts = useRef(say)
  texts.current = say

  useEffect(() => {
    let close = () => {}
    let isGone = false
    const open = async (from: string) => {
      const [{ openPlayer }, { title, durationMs, poster }] = await Promise.all([
        import('../../client/player/open-player.ts'),
        send(`${from}?part=poster`, 'GET'),
      ])
      if (isGone || !host.current) return
      const words = texts.current
      const player = openPlayer(host.current, {
        poster: String(poster),
        durationMs: Number(durationMs),
        label: words('recordingLabel', { title: String(title) }),
        cast: async () => String((await send(from, 'GET')).cast),
        words: {
          play: words('playerPlay'),
          pause: words('playerPause'),
          position: words('playerPosition'),
          speed: words('playerSpeed'),
          loading: words('playerLoading'),
          failed: words('playerFailed'),
        },
      })
      close = player.dispose
    }
    if (url !== undefined) open(url).catch(() => setFailed(true))
    return () => {
      isGone = true
      close()
    }
  }, [url])

  return (
    <div className="terminal-record field-type">
      <div className="terminal-embed" ref={host} />
      {hasFailed && <Banner type="error">{say('playerFailed')}</Banner>}
    </div>
  )
}
