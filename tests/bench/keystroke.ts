// Prints keystroke → echo through the whole chain while the CMS's process stalls, beside the same while it does not.
import { WebSocket } from 'ws'
import { runningStack } from '../support/e2e.ts'
import startStack from '../support/e2e-setup.mjs'
import stopStack from '../support/e2e-teardown.mjs'
import { pidOf } from '../support/stack-processes.ts'
import { STALL_MS, startStalling } from './stall.ts'
import { percentile, showNumber } from './stats.ts'
import { type Figure, showBudget, verdictOn } from './terminal/budgets.ts'
import { measureEchoes, startEchoing } from './terminal/echo.ts'
import type { Link } from './terminal/link.ts'
import { linkOver } from './terminal/ours.ts'

/** Both states take short turns, so that the machine's own moods are in both. */
const TURNS = 25
const ECHOES_A_TURN = 60
/** Answers of the CMS itself in each turn, which show that it does stall. */
const ANSWERS_A_TURN = 3
/** The relay is a process of its own: what the CMS does must not be felt. */
const MOST_ABOVE_MS = 1

/** All times of one state, in milliseconds. */
type Times = { echoes: number[]; answers: number[] }

const open = async (): Promise<Link> => {
  const { siteUrl } = runningStack()
  const response = await fetch(`${siteUrl}/api/terminal/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: siteUrl },
    body: JSON.stringify({ project: 'philosophers' }),
  })
  const { url, ticket } = (await response.json()) as { url: string; ticket: string }
  const protocols = ['term.v1', `ticket.${ticket}`]
  const link = await linkOver(
    new WebSocket(url, protocols, { origin: siteUrl, perMessageDeflate: false }),
  )
  await link.untilText('$ ', 60_000)
  await startEchoing(link)
  return link
}

const answerTime = async (): Promise<number> => {
  const askedMs = performance.now()
  await (await fetch(`${runningStack().cmsUrl}/api/terminal/status`)).text()
  return performance.now() - askedMs
}

const takeTurn = async (link: Link, { echoes, answers }: Times, warmUp?: number) => {
  echoes.push(...(await measureEchoes(link, (count) => count >= ECHOES_A_TURN, warmUp)))
  for (let count = 0; count < ANSWERS_A_TURN; count += 1) answers.push(await answerTime())
}

const takeStalledTurn = async (link: Link, times: Times) => {
  const stop = startStalling(pidOf('cms'))
  try {
    await takeTurn(link, times, 0)
  } finally {
    await stop()
  }
}

const show = (what: string, { echoes, answers }: Times) => {
  const [p50, p99] = [0.5, 0.99].map((part) => showNumber(percentile(echoes, part)))
  const answer = showNumber(percentile(answers, 0.9))
  console.log(
    `${what}: echo p50 ${p50} ms, p99 ${p99} ms; an answer of the CMS itself p90 ${answer} ms`,
  )
}

const compare = (calm: Times, stalled: Times): Figure => {
  show('the CMS at ease', calm)
  show(`the CMS stalled ${STALL_MS} ms at a time`, stalled)
  const of = ({ echoes }: Times, part: number) => percentile(echoes, part)
  const ratio = (part: number) => showNumber(of(stalled, part) / of(calm, part))
  console.log(`stalled to at ease: p50 × ${ratio(0.5)}, p99 × ${ratio(0.99)}`)
  return {
    what: 'p99 above that at ease',
    unit: 'ms',
    ours: [of(stalled, 0.99) - of(calm, 0.99)],
    budget: { at: 'most', value: MOST_ABOVE_MS },
  }
}

/** `--strict`: ends with an error when the budget is missed. */
export const benchKeystroke = async (options: readonly string[]): Promise<void> => {
  await startStack()
  try {
    const link = await open()
    const calm: Times = { echoes: [], answers: [] }
    const stalled: Times = { echoes: [], answers: [] }
    for (let turn = 0; turn < TURNS; turn += 1) {
      await takeTurn(link, calm, turn === 0 ? undefined : 0)
      await takeStalledTurn(link, stalled)
    }
    await link.close()
    const figure = compare(calm, stalled)
    const verdict = verdictOn(figure)
    const above = showNumber(figure.ours[0] ?? Number.NaN)
    console.log(`${figure.what}: ${above} ms (${showBudget(figure.budget)} ms) ${verdict}`)
    if (verdict !== 'ok' && options.includes('--strict')) process.exitCode = 1
  } finally {
    await stopStack()
  }
}
