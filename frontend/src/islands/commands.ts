// Ties a page's commands to its terminal, those in its text included: they can be typed into it while it runs.

/** What this needs of <live-terminal>. */
export type TypingTerminal = HTMLElement & { type: (text: string) => boolean }

/** The event by which the element tells of a new state. */
const STATE_EVENT = 'terminal-state'

/** `section` holds the page's one terminal; commands may be anywhere on the page. */
export const wireCommands = (section: HTMLElement): void => {
  const terminal = section.querySelector<TypingTerminal>('live-terminal')
  const launch = section.querySelector<HTMLElement>('[data-terminal-launch]')
  if (!terminal || !launch) return
  const commands = [
    ...section.ownerDocument.querySelectorAll<HTMLElement>('[data-terminal-command]'),
  ]
  // Hidden in the document: without this script it could do nothing.
  launch.hidden = false
  terminal.addEventListener(STATE_EVENT, () => {
    for (const command of commands) command.hidden = terminal.dataset.state !== 'running'
  })
  for (const command of commands) {
    command.addEventListener('click', () => {
      terminal.type(command.dataset.terminalCommand ?? '')
      // A command in the text may be far below the terminal that it is typed into.
      terminal.scrollIntoView({ block: 'nearest' })
    })
  }
}
