// DELETE /sessions/:sid: ends one session; its visitor is told that it was ended by the owner.
import { answerNothing } from './answers.ts'
import { type GuardedEndpoint, Refusal } from './endpoint.ts'

export const endSession: GuardedEndpoint = {
  methods: ['DELETE'],
  path: /^\/sessions\/([A-Za-z0-9_-]{1,64})$/,
  action: 'end',
  handle: ({ parts, response }, grant) => {
    if (!('sid' in grant) || !parts.sessions.end(grant.sid)) throw new Refusal('not-found')
    answerNothing(response, 202)
  },
}
