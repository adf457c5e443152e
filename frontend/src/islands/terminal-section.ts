// Makes one terminal section of a page live: button, commands, and what is said when it fails. It does not know xterm.

/** What this needs of the terminal's element. */
export type TerminalElement = HTMLElement & {
  /** Types text at the prompt, as if the visitor had. */
  type: (text: string) => void
}

export type TerminalClient = {
  openTerminal: (
    host: HTMLElement,
    options: { ticketsUrl: string; project: string },
  ) => Promise<unknown>
  defineLiveTerminal: () => void
}

const TAG = 'live-terminal'
const TICKETS_URL = '/api/terminal/tickets'
const UNREACHABLE = 'The terminal could not be loaded. Check your connection and try again.'
/** States of the element in which a launch is possible. */
const IDLE_STATES: readonly (string | undefined)[] = [undefined, 'idle', 'ended', 'failed']

const partsOf = (section: HTMLElement) => ({
  button: section.querySelector<HTMLButtonElement>('[data-terminal-launch]'),
  host: section.querySelector<HTMLElement>('[data-terminal-host]'),
  status: section.querySelector<HTMLElement>('[data-terminal-status]'),
  commands: [...section.querySelectorAll<HTMLButtonElement>('[data-terminal-command]')],
})

/** `loadClient` is asked on intent at the earliest; asking twice has to be cheap. */
export const wireTerminalSection = (
  section: HTMLElement,
  loadClient: () => Promise<TerminalClient>,
): void => {
  const project = section.dataset.terminal
  const { button, host, status, commands } = partsOf(section)
  if (!project || !button || !host || !status) return
  const poster = [...host.children]
  let element: TerminalElement | undefined

  const showState = () => {
    const state = element?.dataset.state
    button.hidden = !IDLE_STATES.includes(state)
    button.disabled = false
    button.textContent = element === undefined ? 'Launch' : 'Launch again'
    for (const command of commands) command.hidden = state !== 'running'
  }

  const mount = (): TerminalElement => {
    const live = document.createElement(TAG) as TerminalElement
    host.replaceChildren(live)
    new MutationObserver(showState).observe(live, { attributeFilter: ['data-state'] })
    return live
  }

  const launch = async () => {
    button.disabled = true
    status.textContent = ''
    try {
      const { openTerminal, defineLiveTerminal } = await loadClient()
      defineLiveTerminal()
      element ??= mount()
      await openTerminal(element, { ticketsUrl: TICKETS_URL, project })
    } catch {
      element = undefined
      host.replaceChildren(...poster)
      status.textContent = UNREACHABLE
    }
    showState()
  }

  // Resting on the button is intent enough to fetch the script, not to start a machine.
  const fetchAhead = () => void loadClient().catch(() => undefined)
  button.addEventListener('pointerenter', fetchAhead, { once: true })
  button.addEventListener('focus', fetchAhead, { once: true })
  button.addEventListener('click', () => void launch())
  for (const command of commands) {
    command.addEventListener('click', () => {
      if (element?.dataset.state === 'running') element.type(command.dataset.terminalCommand ?? '')
    })
  }
  showState()
}
