// Asks a server the same questions again and again over connections that stay open, and times each answer.
import { Agent, type IncomingMessage, request } from 'node:http'

export type LoadResult = {
  /** Milliseconds of each answer. */
  times: number[]
  /** Answers that were not 200, and requests without any. */
  errors: number
  seconds: number
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

/** `count` requests, `atOnce` at a time, to the addresses in turn. */
export const load = async (
  urls: readonly string[],
  { count, atOnce }: { count: number; atOnce: number },
): Promise<LoadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let errors = 0
  let next = 0
  const work = async () => {
    while (next < count) {
      const url = urls[next % urls.length] ?? ''
      next += 1
      const begun = performance.now()
      const status = await ask(agent, url).catch(() => 0)
      times.push(performance.now() - begun)
      if (status !== 200) errors += 1
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: atOnce }, work))
  agent.destroy()
  return { times, errors, seconds: (performance.now() - begun) / 1000 }
}
