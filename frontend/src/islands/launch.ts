// Waits for someone to want a terminal. The client and xterm are fetched then, not before.
import { type TerminalClient, wireTerminalSection } from './terminal-section.ts'

const loadClient = (): Promise<TerminalClient> => import('@shellfolio/payload-terminal/client')

for (const section of document.querySelectorAll<HTMLElement>('[data-terminal]')) {
  wireTerminalSection(section, loadClient)
}
