// The browser's public face: a custom element and a function that opens it. Small; xterm is fetched on launch.
import { createLiveTerminal, type LiveTerminalElement } from './live-terminal.ts'
import type { Phase } from './terminal-state.ts'

export type { LiveTerminalElement } from './live-terminal.ts'
export type { LaunchStage, Phase, TerminalState } from './terminal-state.ts'

declare global {
  interface HTMLElementTagNameMap {
    'live-terminal': LiveTerminalElement
  }
  interface HTMLElementEventMap {
    'terminal-state': CustomEvent<Phase>
  }
}

export type OpenTerminalOptions = {
  /** Where tickets are requested, for instance `/api/terminal/tickets`. */
  ticketsUrl: string
} & (
  | { /** Slug of the project whose demo is to run. */ project: string }
  | { /** Id of the demo itself. */ demo: string }
)

const TAG = 'live-terminal'

/** Registers `<live-terminal project="…" tickets-url="…">`; a second call changes nothing. */
export const defineLiveTerminal = (): void => {
  if (!customElements.get(TAG)) customElements.define(TAG, createLiveTerminal())
}

/**
 * Opens a terminal in `host`, which is a `<live-terminal>` or gets one as its child, and launches it.
 * Resolves once the attempt is made; failures are shown in the element, not thrown.
 */
export const openTerminal = async (
  host: HTMLElement,
  { ticketsUrl, ...launch }: OpenTerminalOptions,
): Promise<LiveTerminalElement> => {
  defineLiveTerminal()
  const isElement = host.localName === TAG
  const element = isElement
    ? (host as LiveTerminalElement)
    : (host.querySelector(TAG) ?? document.createElement(TAG))
  element.setAttribute('tickets-url', ticketsUrl)
  const wanted = new Map(Object.entries(launch))
  for (const name of ['project', 'demo']) {
    const value = wanted.get(name)
    if (value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
  if (!isElement && !element.isConnected) host.append(element)
  await element.launch()
  return element
}
