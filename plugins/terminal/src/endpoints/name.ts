// How strangers name a project or a demo. A control character is in no name, and Postgres refuses a query for one.
import { z } from 'zod'
import { MAX_SLUG_CHARS } from '../limits.ts'

export const name = z
  .string()
  .min(1)
  .max(MAX_SLUG_CHARS)
  .regex(/^\P{Cc}*$/u)
