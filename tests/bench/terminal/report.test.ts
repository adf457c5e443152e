import { expect, it } from '@jest/globals'
import { table } from './report.ts'

it('a table names what missed its budget', () => {
  const text = table([
    { what: 'prompt p50', unit: 'ms', ours: [30, 50, 60], budget: { at: 'most', value: 40 } },
    {
      what: 'echo p50',
      unit: 'ms',
      ours: [1],
      ttyd: [0.5],
      budget: { at: 'most-ttyds-plus', value: 0.5 },
    },
  ])
  const [head, first, second] = text.split('\n')
  expect(head).toMatch(/^figure +ours +ttyd +ratio +budget$/)
  expect(first).toMatch(/^prompt p50, ms +50 \(30–60\) +– +– +≤ 40 +MISSED$/)
  expect(second).toMatch(/^echo p50, ms +1 +0.50 +2 +≤ ttyd's \+ 0.50 +ok$/)
})
