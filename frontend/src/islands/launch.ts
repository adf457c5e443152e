// Waits for someone to want a terminal. The client and xterm are fetched then, not before.
import type { LiveTerminalElement } from '@shellfolio/payload-terminal/client'

const TICKETS_URL = '/api/terminal/tickets'
const UNREACHABLE = 'The terminal could not be loaded. Check your connection and try again.'

const loadClient = () => import('@shellfolio/payload-terminal/client')

const isRunning = (element: LiveTerminalElement | undefined): element is LiveTerminalElement =>
  element?.dataset.state === 'running'

/** Makes one terminal section live. */
const wire = (section: HTMLElement, project: string): void => {
  const button = section.querySelector<HTMLButtonElement>('[data-terminal-launch]')
  const host = section.querySelector<HTMLElement>('[data-terminal-host]')
  const status = section.querySelector<HTMLElement>('[data-terminal-status]')
  if (!button || !host || !status) return
  const commands = [...section.querySelectorAll<HTMLButtonElement>('[data-terminal-command]')]
  const poster = [...host.children]
  let element: LiveTerminalElement | undefined

  const onStateChange = () => {
    const state = element?.dataset.state
    const isIdle = state === 'ended' || state === 'failed' || state === undefined
    button.hidden = !isIdle
    button.disabled = false
    button.textContent = state === undefined ? 'Launch' : 'Launch again'
    for (const command of commands) command.hidden = !isRunning(element)
  }

  const observe = (live: LiveTerminalElement) => {
    const observer = new MutationObserver(onStateChange)
    observer.observe(live, { attributes: true, attributeFilter: ['data-state'] })
  }

  const launch = async () => {
    button.disabled = true
    status.textContent = ''
    try {
      const { openTerminal, defineLiveTerminal } = await loadClient()
      defineLiveTerminal()
      if (!element) {
        element = document.createElement('live-terminal') as LiveTerminalElement
        host.replaceChildren(element)
        observe(element)
      }
      await openTerminal(element, { ticketsUrl: TICKETS_URL, project })
      onStateChange()
    } catch {
      element?.remove()
      element = undefined
      host.replaceChildren(...poster)
      status.textContent = UNREACHABLE
      onStateChange()
    }
  }

  // Resting on the button is intent enough to fetch the script, not to start a machine.
  button.addEventListener('pointerenter', () => void loadClient().catch(() => undefined), {
    once: true,
  })
  button.addEventListener('focus', () => void loadClient().catch(() => undefined), { once: true })
  button.addEventListener('click', () => void launch())
  for (const command of commands) {
    command.addEventListener('click', () => {
      if (isRunning(element)) element.type(command.dataset.terminalCommand ?? '')
    })
  }
  button.hidden = false
}

for (const section of document.querySelectorAll<HTMLElement>('[data-terminal]')) {
  if (section.dataset.terminal) wire(section, section.dataset.terminal)
}
