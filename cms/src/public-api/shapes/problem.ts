// Errors, as RFC 9457 has them.
import { z } from 'zod'
import { CMS_PROBLEMS, type CmsProblemCode } from '../../errors.ts'
import { shape } from './registry.ts'

export const problemShape = shape(
  'Problem',
  z.object({
    type: z.string(),
    code: z.enum(Object.keys(CMS_PROBLEMS) as [CmsProblemCode, ...CmsProblemCode[]]),
    status: z.int(),
    title: z.string(),
    detail: z.string().optional(),
  }),
)
