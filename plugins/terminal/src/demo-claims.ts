// What a grant says of a demo. It travels in one header, so it is measured here: when a demo is saved and when it is launched.
import type { SessionGrant } from '@shellfolio/protocol'
import type { DemoDocument } from './documents.ts'
import { MAX_DEMO_BYTES } from './limits.ts'

type DemoClaims = SessionGrant['demo']

export const demoClaims = (demo: DemoDocument): DemoClaims => ({
  id: demo.id,
  title: demo.title,
  workdir: demo.workdir || '.',
  build: demo.build ?? '',
  toolchain: demo.toolchain,
  welcome: demo.welcome ?? '',
  env: Object.fromEntries((demo.environment ?? []).map(({ name, value }) => [name, value ?? ''])),
  mode: demo.mode,
  // Rules that an editor wrote before choosing a shell stay in the document and mean nothing.
  rules: demo.mode === 'guided' ? demo.rules : [],
  commands: demo.commands.map(({ label, command, expect }) => ({
    label,
    command,
    ...(expect ? { expect } : {}),
  })),
  flags: { loopback: demo.flags?.loopback ?? false, debug: demo.flags?.debug ?? false },
})

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

const inKb = (bytes: number) => (bytes / 1024).toFixed(1)

/** Why the demo cannot be launched, for its editor, if so. */
export const sizeProblem = (demo: DemoDocument): string | undefined => {
  const bytes = jsonBytes(demoClaims(demo))
  if (bytes <= MAX_DEMO_BYTES) return undefined
  return (
    `This demo has ${inKb(bytes)} KB of text, and a session carries ${inKb(MAX_DEMO_BYTES)} KB. ` +
    'Shorten its commands, rules, welcome text, build command or environment.'
  )
}
