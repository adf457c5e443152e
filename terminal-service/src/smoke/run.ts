// A smoke run: a demo's suggested commands, one after the other, on one terminal in a sandbox of their own.
import type { SessionGrant, Suggestion } from '@shellfolio/protocol'
import {
  MAX_SMOKE_TRANSCRIPT_BYTES,
  SMOKE_COMMAND_TIMEOUT_MS,
  SMOKE_START_TIMEOUT_MS,
  SMOKE_TIMEOUT_MS,
} from '../limits.ts'
import { BoundedCast } from '../recording/bounded-cast.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { type CommandTimes, runCommand } from './command.ts'
import type { Driver, DriverEvent } from './driver.ts'
import { openDriver } from './open-driver.ts'
import type { SmokeReport, SmokeResult } from './types.ts'

const SIZE = { cols: 100, rows: 30 }

export type SmokeOptions = {
  host: SandboxHost
  order: Pick<SessionGrant, 'demo' | 'limits'>
  /** The prepared project. */
  template: string
  /** Ends the run at once; it then rejects. */
  signal?: AbortSignal
  times?: CommandTimes & { wholeMs?: number }
}

const notRun = ({ label, command }: Suggestion): SmokeResult => ({
  label,
  command,
  ok: false,
  ended: 'not-run',
  ms: 0,
  matched: false,
  output: '',
})

/** `false` when the terminal does not come to a prompt. */
const untilPrompt = (driver: Driver): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (isThere: boolean) => {
      clearTimeout(timer)
      resolve(isThere)
    }
    const timer = setTimeout(() => settle(false), SMOKE_START_TIMEOUT_MS)
    driver.listen((event) => {
      if (event.on === 'gone') settle(false)
      else if (event.on === 'mark' && event.mark.says === 'ended') settle(true)
    })
    driver.begin()
  })

/** Never longer than its limits; the sandbox is gone when it resolves. @throws when there is no sandbox, or on `signal` */
export const runSmoke = async (options: SmokeOptions): Promise<SmokeReport> => {
  const { order, signal, times: { wholeMs = SMOKE_TIMEOUT_MS, ...times } = {} } = options
  const startMs = performance.now()
  const cast = new BoundedCast({
    size: SIZE,
    startMs,
    timestampS: Date.now() / 1000,
    maxBytes: MAX_SMOKE_TRANSCRIPT_BYTES,
  })
  const transcript = [cast.header()]
  const onEvent = (event: DriverEvent) => {
    if (event.on === 'output') transcript.push(cast.output(event.data, performance.now()))
  }
  const driver = await openDriver(options, SIZE)
  const leave = () => driver.kill().catch(() => undefined)
  signal?.addEventListener('abort', leave, { once: true })
  const results: SmokeResult[] = []
  try {
    let canGoOn = !signal?.aborted && (await untilPrompt(driver))
    for (const suggestion of order.demo.commands) {
      const leftMs = wholeMs - (performance.now() - startMs)
      if (!canGoOn || leftMs <= 0) {
        results.push(notRun(suggestion))
        continue
      }
      const timeoutMs = Math.min(times.timeoutMs ?? SMOKE_COMMAND_TIMEOUT_MS, leftMs)
      const ran = await runCommand(driver, suggestion, { ...times, timeoutMs, onEvent })
      results.push(ran.result)
      canGoOn = ran.canGoOn
    }
  } finally {
    signal?.removeEventListener('abort', leave)
    driver.listen(undefined)
    await driver.kill()
  }
  signal?.throwIfAborted()
  transcript.push(cast.end(performance.now()))
  return {
    ok: results.every(({ ok }) => ok),
    ms: Math.round(performance.now() - startMs),
    results,
    transcript: transcript.join(''),
  }
}
