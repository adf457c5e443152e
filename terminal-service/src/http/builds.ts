// POST /builds: prepares a project before its first visitor, and tells how that went.
import { answerJson } from './answers.ts'
import { type GuardedEndpoint, Refusal } from './endpoint.ts'

export const builds: GuardedEndpoint = {
  methods: ['POST'],
  path: /^\/builds$/,
  action: 'builds',
  handle: async ({ parts, response }, grant) => {
    if (!('demo' in grant)) throw new Refusal('signature-refused')
    if (parts.sessions.isDraining) throw new Refusal('service-unavailable')
    if (!parts.sandbox.status.available) throw new Refusal('sandbox-unavailable')
    const report = await parts.workspaces.build(grant, () => undefined)
    if (!report.cached) parts.metrics.built(report.ok, report.ms)
    answerJson(response, report)
  },
}
