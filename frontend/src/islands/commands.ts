// Ties a page's list of commands to its terminal: they can be typed into it while it runs.

/** What this needs of <live-terminal>. */
export type TypingTerminal = HTMLElement & { type: (text: string) => boolean }

/** The event by which the element tells of a new state. */
const STATE_EVENT = 'terminal-state'

export const wireCommands = (section: HTMLElement): void => {
  const terminal = section.querySelector<TypingTerminal>('live-terminal')
  const launch = section.querySelector<HTMLElement>('[data-terminal-launch]')
  const commands = [...section.querySelectorAll<HTMLElement>('[data-terminal-command]')]
  if (!terminal || !launch) return
  // Hidden in the document: without this script it could do nothing.
  launch.hidden = false
  terminal.addEventListener(STATE_EVENT, () => {
    for (const command of commands) command.hidden = terminal.dataset.state !== 'running'
  })
  for (const command of commands) {
    command.addEventListener('click', () => terminal.type(command.dataset.terminalCommand ?? ''))
  }
}
