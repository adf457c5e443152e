// What came of the work, in numbers.
import type { Block } from 'payload'
import { figuresField } from '../fields/figures.ts'
import { LINE } from '../fields/text-lengths.ts'

const MAX_METRICS = 8

export const metricsBlock: Block = {
  slug: 'metrics',
  interfaceName: 'MetricsBlock',
  labels: { singular: 'Metrics', plural: 'Metrics' },
  fields: [
    { name: 'title', type: 'text', maxLength: LINE },
    figuresField({ name: 'metrics', minRows: 1, maxRows: MAX_METRICS, isDescribed: true }),
  ],
}
