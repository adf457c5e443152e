// Drives a guided demo: what its line editor would run is run on the same runner, so that its end and code are known exactly.
import type { GuidedLine } from '../guided/rules.ts'
import type { SandboxExit, SandboxRunner } from '../sandbox/types.ts'
import type { Driver, DriverEvent } from './driver.ts'

const PROMPT = '$ '
/** What a shell gives for a command that it may not run. */
const REFUSED_CODE = 126

/** `parse` is the very function that decides for visitors. */
export const driveGuided = (runner: SandboxRunner, parse: (line: string) => GuidedLine): Driver => {
  let listener: ((event: DriverEvent) => void) | undefined
  let line = ''
  let isRunning = false
  const tell = (event: DriverEvent) => listener?.(event)
  const show = (text: string) => tell({ on: 'output', data: Buffer.from(text) })
  const ended = (exitCode: number) => {
    isRunning = false
    tell({ on: 'mark', mark: { says: 'ended', exitCode } })
    show(PROMPT)
  }
  runner.onData((data) => tell({ on: 'output', data }))
  runner.onCommandEnd(ended)
  runner.onExit((exit: SandboxExit) => tell({ on: 'gone', exit }))

  const enter = () => {
    show('\r\n')
    const parsed = parse(line)
    line = ''
    tell({ on: 'mark', mark: { says: 'runs' } })
    if (parsed === undefined) return ended(0)
    if ('refusal' in parsed) {
      show(`${parsed.refusal}\r\n`)
      return ended(REFUSED_CODE)
    }
    isRunning = true
    runner.run(parsed.argv)
  }

  return {
    listen: (next) => {
      listener = next
    },
    type: (text) => {
      if (isRunning) {
        runner.write(Buffer.from(text))
        return
      }
      for (const char of text) {
        if (char === '\r') enter()
        else if (char >= ' ') {
          line += char
          show(char)
        }
      }
    },
    // Nothing is typed before a listener is there, so the prompt is awaited like a shell's.
    begin: () => ended(0),
    kill: () => runner.kill(),
  }
}
