// POST /demos/test-rules: what some rules would say to some lines, for whoever writes the rules of a demo.
import { answering, json, Refusal, readJson } from '@shellfolio/payload-terminal/endpoint'
import { checkRule, testRules } from '@shellfolio/terminal-service/rules'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { staff } from '../access/rules.ts'
import { LINE, ROWS, SENTENCE } from '../fields/text-lengths.ts'
import { MAX_TEST_BYTES } from '../limits.ts'

const body = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        program: z.string().min(1).max(LINE),
        argument: z.string().max(SENTENCE),
      }),
    )
    .max(ROWS),
  lines: z.array(z.string().max(SENTENCE)).max(ROWS),
})

export const testRulesEndpoint: Endpoint = {
  path: '/test-rules',
  method: 'post',
  handler: answering(async (req) => {
    if (!staff({ req })) throw new Refusal('not-allowed')
    const asked = body.safeParse(await readJson(req, MAX_TEST_BYTES))
    if (!asked.success) {
      throw new Refusal('bad-request', { detail: z.prettifyError(asked.error).slice(0, SENTENCE) })
    }
    const { rules, lines } = asked.data
    return json({ rules: rules.map(checkRule), lines: testRules(rules, lines) })
  }),
}
