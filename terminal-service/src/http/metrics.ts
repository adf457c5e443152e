// GET /metrics: everything counted, in the text format of Prometheus.
import { answerText } from './answers.ts'
import type { GuardedEndpoint } from './endpoint.ts'

export const metrics: GuardedEndpoint = {
  methods: ['GET'],
  path: /^\/metrics$/,
  action: 'metrics',
  handle: async ({ parts, response }) =>
    answerText(response, parts.metrics.contentType, await parts.metrics.render(parts)),
}
