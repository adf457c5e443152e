// Before the first paint: the chosen theme. The page waits for this script, so it does nothing else.
import { applyChoice, storedChoice } from './theme.ts'

// A preview comes in a theme that was asked for.
if (!document.documentElement.dataset.theme) applyChoice(storedChoice())
