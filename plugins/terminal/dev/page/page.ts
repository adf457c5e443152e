// All the script of the page.
import { defineLiveTerminal } from '@shellfolio/payload-terminal/element'

defineLiveTerminal()
