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

/** Headers of one visitor of many, for servers that bound what each of them may ask. They trust a proxy on this machine. */
export const visitor = (index: number) => ({
  'x-forwarded-for': `198.18.${(index >> 8) % 256}.${index % 256}`,
})

const ask = (agent: Agent, url: string, index: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: visitor(index) }, (response: IncomingMessage) => {
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
      const sent = performance.now()
      next += 1
      const status = await ask(agent, url, next).catch(() => 0)
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
