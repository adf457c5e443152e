// POST /sessions/:sid/notice: shows the text in the grant to everybody at one session.
import { answerNothing } from './answers.ts'
import { type GuardedEndpoint, Refusal } from './endpoint.ts'

export const notice: GuardedEndpoint = {
  methods: ['POST'],
  path: /^\/sessions\/([A-Za-z0-9_-]{1,64})\/notice$/,
  action: 'notify',
  handle: ({ parts, response }, grant) => {
    const isShown = grant.action === 'notify' && parts.sessions.notify(grant.sid, grant.text)
    if (!isShown) throw new Refusal('not-found')
    answerNothing(response, 202)
  },
}
