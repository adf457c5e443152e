// What people who work on the portfolio wait for: a list of the admin, and that what they publish is there.
import { setTimeout as delay } from 'node:timers/promises'
import type { Figure } from '../terminal/budgets.ts'
import { most } from './figures.ts'
import type { World } from './world.ts'

const ROUNDS = 7
const POLL_MS = 5
const PUBLISH_DEADLINE_MS = 20_000

/** What the list view asks for: the page itself, rendered on the server, with its rows. */
export const listFigures = async ({ cms, authorization }: World): Promise<Figure[]> => {
  const ask = async (page: number) => {
    const begun = performance.now()
    const url = `${cms.url}/admin/collections/technologies?limit=50&page=${page}`
    const response = await fetch(url, { headers: { authorization } })
    const text = await response.text()
    if (response.status !== 200 || !text.includes('Technology ')) {
      throw new Error(`The list was answered with ${response.status}.`)
    }
    return performance.now() - begun
  }
  const first = await ask(1)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await ask(round + 2))
  return [
    { what: 'admin list, first', unit: 'ms', ours: [first] },
    { what: 'admin list', unit: 'ms', ours: times, budget: most(1000) },
  ]
}

/** From the moment that an editor presses the button until the answer to them, and until readers get it. */
export const publishFigures = async ({ cms, api, authorization }: World): Promise<Figure[]> => {
  const headers = { authorization, 'content-type': 'application/json' }
  const found = await fetch(`${cms.url}/api/projects?where[slug][equals]=project-7`, { headers })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  const publish = async (round: number) => {
    const summary = `Published for the ${round}th time.`
    const begun = performance.now()
    const response = await fetch(`${cms.url}/api/projects/${docs[0]?.id}?depth=0`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ summary, _status: 'published' }),
    })
    if (!response.ok) throw new Error(`Publishing was answered with ${response.status}.`)
    await response.arrayBuffer()
    const answered = performance.now() - begun
    while (performance.now() - begun < PUBLISH_DEADLINE_MS) {
      const read = await fetch(`${api}/projects/project-7`)
      const project = (await read.json()) as { summary?: string }
      if (project.summary === summary) return { answered, visible: performance.now() - begun }
      await delay(POLL_MS)
    }
    throw new Error('What was published does not show.')
  }
  const rounds: Awaited<ReturnType<typeof publish>>[] = []
  for (let round = 1; round <= ROUNDS; round += 1) rounds.push(await publish(round))
  return [
    { what: 'publishing a project', unit: 'ms', ours: rounds.map(({ answered }) => answered) },
    {
      what: 'published to visible',
      unit: 'ms',
      ours: rounds.map(({ visible }) => visible),
      budget: most(1000),
    },
  ]
}
