// Stops data that lies too deep in itself before Payload copies it: that goes by recursion and would run out of stack.
import { type CollectionBeforeOperationHook, ValidationError } from 'payload'
import { MAX_DATA_DEPTH } from '../limits.ts'

const inside = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

/** Whether objects and lists in `value` lie more than `max` levels deep. */
export const isDeeperThan = (value: unknown, max: number): boolean => {
  let level = [value]
  for (let depth = 0; depth <= max; depth += 1) {
    level = level.flatMap(inside)
    if (level.length === 0) return false
  }
  return true
}

export const refuseDepth: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data: unknown = 'data' in args ? args.data : undefined
  if (typeof data !== 'object' || data === null) return args
  const deep = Object.entries(data).find(([, value]) => isDeeperThan(value, MAX_DATA_DEPTH))
  if (!deep) return args
  const errors = [{ path: deep[0], message: `At most ${MAX_DATA_DEPTH} levels in each other.` }]
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
}
