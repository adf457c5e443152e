// Starts the choice of a theme.
import { wireTheme } from './control.ts'

wireTheme()
