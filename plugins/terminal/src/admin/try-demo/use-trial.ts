// One trial at a time: what is under way, what came out, and why it could not be done.
import { useState } from 'react'
import type { BuildReport, SmokeReport } from '../../trials/reports.ts'

export type Outcome =
  | { what: 'check' | 'build'; report: BuildReport }
  | { what: 'smoke'; report: SmokeReport }
  | { what: 'failure'; title: string }

const post = async (url: string): Promise<unknown> => {
  const response = await fetch(url, { method: 'POST' })
  const body = (await response.json().catch(() => ({}))) as { title?: string; detail?: string }
  if (!response.ok) throw new Error(body.detail ?? body.title ?? String(response.status))
  return body
}

/** `base`: address of the demo's trials, for instance `/api/terminal/demos/ID`. */
export const useTrial = (base: string) => {
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()

  /** `path`: where that is asked for, below `base`. */
  const run = async (what: 'check' | 'build' | 'smoke', path: string = what) => {
    setBusy(true)
    setOutcome(undefined)
    try {
      const report = await post(`${base}/${path}`)
      setOutcome({ what, report } as Outcome)
    } catch (error) {
      setOutcome({ what: 'failure', title: error instanceof Error ? error.message : String(error) })
    }
    setBusy(false)
  }
  return { isBusy, outcome, run }
}
