// Development only: shows the style guide's terminals in states that it takes a service to be in, by the element's own panel.
import { createPanel } from '../../../plugins/terminal/src/client/panel.ts'
import {
  exitPhase,
  queuedPhase,
  RECONNECTING,
  RUNNING,
  refusedPhase,
  STARTING,
} from '../../../plugins/terminal/src/client/phase.ts'
import type { Phase } from '../../../plugins/terminal/src/client/terminal-state.ts'
import type { GuidePhase } from '../styleguide/terminal-samples.tsx'

const EXIT = { code: null, signal: null, ms: 0 }
const PHASES: Record<GuidePhase, Phase> = {
  starting: STARTING,
  queued: queuedPhase({ position: 3, estimateS: 120 }),
  running: { ...RUNNING, canExtend: true, others: 1, isRecorded: true },
  reconnecting: RECONNECTING,
  ended: exitPhase({ ...EXIT, reason: 'hard-limit' }),
  failed: exitPhase({
    ...EXIT,
    reason: 'build-failed',
    detail: 'make: *** [Makefile:12: all] Error 2',
  }),
  unavailable: refusedPhase('terminal-disabled'),
}

const nothing = () => undefined
const NO_ACTIONS = { launch: nothing, end: nothing, extend: nothing, setScreenReader: nothing }

await customElements.whenDefined('live-terminal')
for (const sample of document.querySelectorAll<HTMLElement>('[data-guide-phase]')) {
  const phase = PHASES[sample.dataset.guidePhase as GuidePhase]
  const terminal = sample.querySelector<HTMLElement>('live-terminal')
  const panel = createPanel(
    { label: 'Terminal', isWatcher: false, say: (text) => text },
    NO_ACTIONS,
  )
  panel.show(phase)
  terminal?.append(panel.root)
  if (terminal) terminal.dataset.state = phase.state
}
