// The terminal in its states. Those that only a service could bring about are drawn in the browser, by `islands/guide.ts`.
import type { ReactNode } from 'react'
import { projectSchema } from '../cms/shapes/project.ts'
import { Poster, TerminalBox } from '../components/terminal/terminal-box.tsx'
import { CONTENT } from '../testing/content.ts'
import { Demo } from '../views/demo.tsx'
import type { Sample } from './sample.ts'

const GUIDE_PHASES = [
  'starting',
  'queued',
  'running',
  'reconnecting',
  'ended',
  'failed',
  'unavailable',
] as const
export type GuidePhase = (typeof GUIDE_PHASES)[number]

const WELCOME = 'Welcome. The program is built: try it.'
const COMMANDS = [{ label: null, command: './dinner 5', explanation: null, expect: null }]

const Box = () => (
  <TerminalBox slug="sample" title="Sample" name="Sample">
    <Poster welcome={WELCOME} commands={COMMANDS} />
  </TerminalBox>
)

const inPhase = (phase: GuidePhase): [string, ReactNode] => [
  phase,
  <div key={phase} data-guide-phase={phase}>
    <Box />
  </div>,
]

const [project] = CONTENT.projects.map((one) => projectSchema.parse(one))

export const TERMINAL_SAMPLES: Sample[] = [
  { name: 'Terminal', states: [['idle', <Box key="idle" />], ...GUIDE_PHASES.map(inPhase)] },
  {
    name: 'Terminal alone',
    states: project?.demo
      ? [['idle', <Demo key="demo" project={project} demo={project.demo} />]]
      : [],
  },
]
