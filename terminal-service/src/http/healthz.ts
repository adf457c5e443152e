// GET /healthz: alive, and whether a session could be started. Always 200; the CMS reads it before each launch.
import { answerJson } from './answers.ts'
import type { HttpParts, OpenEndpoint } from './endpoint.ts'

export const healthOf = ({ sandbox, sessions }: Pick<HttpParts, 'sandbox' | 'sessions'>) => {
  const { status } = sandbox
  return {
    status: status.available ? 'ok' : 'degraded',
    mode: status.available ? status.mode : null,
    sandbox: status.available
      ? { available: true, mode: status.mode }
      : { available: false, reason: status.reason },
    sessions: sessions.count,
    capacity: sessions.capacity,
    draining: sessions.isDraining,
  }
}

export const healthz: OpenEndpoint = {
  methods: ['GET', 'HEAD'],
  path: /^\/healthz$/,
  handle: ({ parts, response }) => answerJson(response, healthOf(parts)),
}
