// Code that is explained step by step.
import type { Block } from 'payload'
import { codeSamplesField } from '../fields/code-samples.ts'
import { LINE } from '../fields/text-lengths.ts'

const MAX_STEPS = 12

export const codeWalkthroughBlock: Block = {
  slug: 'codeWalkthrough',
  interfaceName: 'CodeWalkthroughBlock',
  labels: { singular: 'Code walkthrough', plural: 'Code walkthroughs' },
  fields: [
    { name: 'title', type: 'text', maxLength: LINE },
    { ...codeSamplesField('steps', 'Steps'), required: true, minRows: 1, maxRows: MAX_STEPS },
  ],
}
