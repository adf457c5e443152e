// Ctrl-C into a flood: when the prompt arrives, and when an emulator of a browser's speed has parsed it.
import { setTimeout as delay } from 'node:timers/promises'
import { compare, type ScenarioRun, withShell } from '../scenario.ts'
import { CTRL_C, PROMPT } from '../shell.ts'

/** In the middle of what xterm.js reaches. */
const BYTES_PER_MS = 10_000
const BYTES_PER_KB = 1000
const TIMEOUT_MS = 60_000

export const interruptScenario: ScenarioRun = (bench) =>
  compare(
    bench,
    (system) =>
      withShell(
        system,
        async (link) => {
          await link.run('yes', 'y\r\ny\r\n')
          await delay(bench.sizes.floodMs)
          const behindBytes = link.emulator.backlogBytes
          let parsedMs = 0
          const prompt = link.untilText(PROMPT, TIMEOUT_MS).then((atMs) => {
            parsedMs = performance.now() + link.emulator.backlogMs
            return atMs
          })
          const typedMs = performance.now()
          link.type(CTRL_C)
          const arrivedMs = await prompt
          return {
            'Ctrl-C to prompt on the wire': arrivedMs - typedMs,
            'Ctrl-C to prompt on the screen': parsedMs - typedMs,
            'unparsed at Ctrl-C': behindBytes / BYTES_PER_KB,
          }
        },
        { bytesPerMs: BYTES_PER_MS },
      ),
    {
      'Ctrl-C to prompt on the wire': { unit: 'ms' },
      'Ctrl-C to prompt on the screen': { unit: 'ms', budget: { at: 'most', value: 200 } },
      'unparsed at Ctrl-C': { unit: 'KB' },
    },
  )
