// Asks a server the same questions again and again over connections that stay open, and times each answer.
import { Agent, type IncomingMessage, request } from 'node:http'

export type LoadResult = {
  /** Milliseconds of each answer. */
  times: number[]
  /** Answers that were not what was expected, and requests without any. */
  errors: number
  seconds: number
  /** Requests that there was no time for. */
  unsent: number
}

const ask = (agent: Agent, url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (response: IncomingMessage) => {
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
      response.resume()
    })
    sent.on('error', reject)
    sent.end()
  })

/** `count` requests, `atOnce` at a time, to the addresses in turn, each of which is to be answered with `status`. */
export const load = async (
  urls: readonly string[],
  {
    count,
    atOnce,
    maxSeconds,
    status: wanted = 200,
  }: { count: number; atOnce: number; maxSeconds: number; status?: number },
): Promise<LoadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  const begun = performance.now()
  let errors = 0
  let next = 0
  const isOver = () => performance.now() - begun > maxSeconds * 1000
  const work = async () => {
    while (next < count && !isOver()) {
      const url = urls[next % urls.length] ?? ''
      next += 1
      const sent = performance.now()
      const status = await ask(agent, url).catch(() => 0)
      times.push(performance.now() - sent)
      if (status !== wanted) errors += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  agent.destroy()
  return {
    times,
    errors,
    seconds: (performance.now() - begun) / 1000,
    unsent: count - next,
  }
}
