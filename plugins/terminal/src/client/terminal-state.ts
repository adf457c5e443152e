// The states of the element, apart from everything that needs the protocol, so that the page's first script stays small.

export type TerminalState = 'idle' | 'connecting' | 'starting' | 'running' | 'ended' | 'failed'

/** `message`: one sentence for people. `detail`: text of a failed build and the like. */
export type Phase = { state: TerminalState; message: string; detail?: string }

export const IDLE: Phase = { state: 'idle', message: '' }
export const CONNECTING: Phase = { state: 'connecting', message: 'Asking for a terminal …' }

export const failed = (message: string): Phase => ({ state: 'failed', message })
