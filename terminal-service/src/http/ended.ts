// GET /sessions/ended?after=seq: what is remembered of sessions that are over.
import { z } from 'zod'
import { answerJson } from './answers.ts'
import { type GuardedEndpoint, Refusal } from './endpoint.ts'

const after = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .nullable()

export const ended: GuardedEndpoint = {
  methods: ['GET'],
  path: /^\/sessions\/ended$/,
  action: 'ended',
  handle: ({ parts, query, response }) => {
    const asked = after.safeParse(query.get('after'))
    if (!asked.success) throw new Refusal('bad-request')
    answerJson(response, parts.ended.after(asked.data ?? 0))
  },
}
