// Counts messages of all replicas together, by the terminals' limiter; alone while that is not there or does not answer.
import { createMemoryLimiter, type Limiter } from '@shellfolio/payload-terminal/limiter'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'

/** Its connection is the plugin's, which closes it. */
export const sharedLimiter = (): Limiter => {
  const here = createMemoryLimiter()
  return {
    take: async (key, rate) => {
      const shared = terminalRegistry().state?.limiter
      if (!shared) return here.take(key, rate)
      return shared.take(key, rate).catch(() => here.take(key, rate))
    },
  }
}
