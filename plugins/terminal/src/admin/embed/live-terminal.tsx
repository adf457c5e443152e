'use client'
// <live-terminal> for pages of the admin: fetched when it is shown, launched at once, ended with the component.
import { Banner } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { LiveTerminalElement, Phase } from '../../client/index.ts'
import { useWords } from '../use-words.ts'
import '../../client/live-terminal.css'
import './live-terminal.css'

export type LiveTerminalProps = {
  /** Where tickets are asked for, with the login's cookie, for instance `/api/terminal/tickets`. */
  ticketsUrl: string
  /** Name of the screen for screen readers. */
  label: string
  /** Id of the demo that is launched. */
  demo?: string
  /** Id of a session that runs, to look on at without a say in it. */
  watch?: string
  /** Hears of every state and every new message. */
  onPhase?: (phase: Phase) => void
  /** Gets the element while it is on the page, for its methods. */
  onElement?: (element: LiveTerminalElement | undefined) => void
}

/** Begins anew when an address or an id changes; a new `onPhase` or `onElement` changes nothing. */
export const LiveTerminal = ({
  ticketsUrl,
  label,
  demo,
  watch,
  onPhase,
  onElement,
}: LiveTerminalProps) => {
  const { say } = useWords()
  const host = useRef<HTMLDivElement>(null)
  const hears = useRef({ onPhase, onElement })
  hears.current = { onPhase, onElement }
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    let element: LiveTerminalElement | undefined
    let isGone = false
    const onState = (event: Event) => {
      // On its way out it says that it is idle again, to nobody any more.
      if (!isGone) hears.current.onPhase?.((event as CustomEvent<Phase>).detail)
    }
    const open = async () => {
      const { defineLiveTerminal } = await import('../../client/index.ts')
      if (isGone) return
      defineLiveTerminal()
      element = document.createElement('live-terminal') as LiveTerminalElement
      const attributes = { 'tickets-url': ticketsUrl, 'with-login': '', label, demo, watch }
      for (const [name, value] of Object.entries(attributes)) {
        if (value !== undefined) element.setAttribute(name, value)
      }
      element.addEventListener('terminal-state', onState)
      host.current?.append(element)
      hears.current.onElement?.(element)
      await element.launch()
    }
    setFailed(false)
    open().catch(() => setFailed(true))
    return () => {
      isGone = true
      element?.remove()
      if (element) hears.current.onElement?.(undefined)
    }
  }, [ticketsUrl, label, demo, watch])

  return (
    <div className="terminal-embed" ref={host}>
      {hasFailed && <Banner type="error">{say('terminalNotLoaded')}</Banner>}
    </div>
  )
}
