// Makes the page's terminals launchable. The element is small; it fetches xterm when someone is about to launch it.
import { defineLiveTerminal } from '@shellfolio/payload-terminal/element'
import { wireCommands } from './commands.ts'
import { whenContent } from './content.ts'

defineLiveTerminal()
whenContent(() => {
  for (const section of document.querySelectorAll<HTMLElement>('[data-terminal]')) {
    wireCommands(section)
  }
})
