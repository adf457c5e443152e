// A terminal with something on it that takes commands: one way to drive a bash and a guided line editor.
import type { SandboxExit, SandboxTerminal } from '../sandbox/types.ts'
import { markedShell, markScanner, type ShellMark } from './marks.ts'

export type DriverEvent =
  | { on: 'output'; data: Uint8Array }
  | { on: 'mark'; mark: ShellMark }
  | { on: 'gone'; exit: SandboxExit }

export type Driver = {
  /** One listener at a time; what happens while there is none is dropped. */
  listen: (listener: ((event: DriverEvent) => void) | undefined) => void
  /** Types `text` as a keyboard would. */
  type: (text: string) => void
  /** Prepares the terminal; the first `ended` mark says that it takes commands. */
  begin: () => void
  kill: () => Promise<void>
}

/** Drives the bash that visitors get. */
export const driveShell = (terminal: SandboxTerminal): Driver => {
  const { nonce, setup } = markedShell()
  const scan = markScanner(nonce)
  let listener: ((event: DriverEvent) => void) | undefined
  terminal.onData((chunk) => {
    for (const piece of scan(chunk)) {
      if ('mark' in piece) listener?.({ on: 'mark', mark: piece.mark })
      else listener?.({ on: 'output', data: piece.output })
    }
  })
  terminal.onExit((exit) => listener?.({ on: 'gone', exit }))
  const type = (text: string) => {
    terminal.write(Buffer.from(text))
  }
  return {
    listen: (next) => {
      listener = next
    },
    type,
    begin: () => type(`${setup}\r`),
    kill: () => terminal.kill(),
  }
}
