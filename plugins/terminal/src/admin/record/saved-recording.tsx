'use client'
// A recording that was just saved: its poster, a way to it, and whether visitors see it.
import { CheckboxInput, Link, useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { showPoster } from '../../client/player/poster-nodes.ts'
import { RECORDINGS } from '../../recordings/collection.ts'
import { useWords } from '../use-words.ts'
import { send } from './send.ts'
import '../../client/player/player.css'

export const SavedRecording = ({ api, id }: { api: string; id: string }) => {
  const { say } = useWords()
  const { config } = useConfig()
  const [isPublished, setPublished] = useState(false)
  const poster = useRef<HTMLPreElement>(null)

  useEffect(() => {
    const show = async () => {
      const recording = await send(`${api}/terminal/recordings/${id}?part=poster`, 'GET')
      if (poster.current) showPoster(poster.current, String(recording.poster))
    }
    // Without it the way to the recording is still there.
    show().catch(() => undefined)
  }, [api, id])

  const publish = async (published: boolean) => {
    setPublished(published)
    try {
      await send(`${api}/${RECORDINGS}/${id}`, 'PATCH', { published })
    } catch {
      setPublished(!published)
    }
  }
  return (
    <div className="terminal-record__saved terminal-embed">
      <pre className="terminal-poster terminal-player__poster" ref={poster} />
      <CheckboxInput
        checked={isPublished}
        id="terminal-record-publish"
        label={say('recordPublish')}
        name="terminalRecordPublish"
        onToggle={() => void publish(!isPublished)}
      />
      <Link href={`${config.routes.admin}/collections/${RECORDINGS}/${id}`} prefetch={false}>
        {say('recordOpen')}
      </Link>
    </div>
  )
}
