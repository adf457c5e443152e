// GET /sessions: what runs now, without anything that was typed or shown.
import { answerJson } from './answers.ts'
import type { GuardedEndpoint } from './endpoint.ts'

export const sessions: GuardedEndpoint = {
  methods: ['GET'],
  path: /^\/sessions$/,
  action: 'sessions',
  handle: ({ parts, response }) => {
    const { capacity, isDraining } = parts.sessions
    answerJson(response, { sessions: parts.sessions.list(), capacity, draining: isDraining })
  },
}
