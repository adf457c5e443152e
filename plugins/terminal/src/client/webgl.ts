// Draws by WebGL where the browser has it in hardware. The addon is a script of its own, fetched by few: see `worthIt`.
import type { Terminal } from '@xterm/xterm'
import { openWithSafeStyles } from './csp-styles.ts'
import { MAX_WEBGL_CONTEXTS } from './limits.ts'

let contexts = 0

/** Software that imitates WebGL draws slower than the DOM does. */
const hasFastWebgl = (): boolean => {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

/** Whether fetching the addon makes this visitor's terminal better. */
export const worthIt = (): boolean => !savesData() && hasFastWebgl()

/** Resolves once it draws by WebGL, or cannot: xterm then goes on with the DOM. */
export const drawByWebgl = async (terminal: Terminal, signal: AbortSignal): Promise<void> => {
  if (contexts >= MAX_WEBGL_CONTEXTS) return
  const { WebglAddon } = await import('@xterm/addon-webgl')
  if (signal.aborted) return
  const addon = new WebglAddon()
  let isHeld = true
  contexts += 1
  const free = () => {
    if (isHeld) contexts -= 1
    isHeld = false
  }
  try {
    terminal.loadAddon(addon)
  } catch {
    free()
    return
  }
  signal.addEventListener('abort', free)
  addon.onContextLoss(() => {
    free()
    // xterm makes a renderer for the DOM again, with style elements that the page's policy would block.
    const release = openWithSafeStyles(document, () => addon.dispose())
    signal.addEventListener('abort', release)
  })
}
