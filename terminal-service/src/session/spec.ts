// From a grant to what the sandbox is told, and to the text above the first prompt.
import type { SessionGrant } from '@shellfolio/protocol'
import { SESSION_CPU_S, SESSION_INODES } from '../limits.ts'
import type { SandboxSpec } from '../sandbox/types.ts'

/** The prompt shows the folder; `\[` and `\]` mark what takes no room on the line. */
const PROMPT = '\\[\\e[1m\\]\\w\\[\\e[0m\\] \\$ '

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Plain lines for a raw terminal; whoever edits a demo cannot move the cursor. */
export const welcomeBytes = (text: string): Uint8Array => {
  const plain = text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trimEnd()
  return Buffer.from(plain === '' ? '' : `${plain.replaceAll('\n', '\r\n')}\r\n`)
}

export const sandboxSpecOf = (
  { demo, limits }: Pick<SessionGrant, 'demo' | 'limits'>,
  template: string,
): SandboxSpec => ({
  template,
  workdir: demo.workdir,
  command: ['/bin/bash', '--noprofile', '--norc', '-i'],
  env: { PS1: PROMPT, ...demo.env },
  toolchain: demo.toolchain,
  flags: demo.flags,
  limits: {
    memoryBytes: limits.memoryBytes,
    diskBytes: limits.diskBytes,
    processes: limits.processes,
    inodes: SESSION_INODES,
    cpuSeconds: SESSION_CPU_S,
  },
})
