// POST /drain: no new sessions from now on; those that run are told and go on to their end.
import { answerJson } from './answers.ts'
import type { GuardedEndpoint } from './endpoint.ts'
import { healthOf } from './healthz.ts'

export const drain: GuardedEndpoint = {
  methods: ['POST'],
  path: /^\/drain$/,
  action: 'drain',
  handle: ({ parts, response }) => {
    parts.sessions.drain()
    answerJson(response, healthOf(parts), 202)
  },
}
