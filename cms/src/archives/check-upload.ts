// Looks through an uploaded archive before anything of it is stored, and remembers what it found.
import { createHash } from 'node:crypto'
import { problem } from '@shellfolio/protocol'
import { ArchiveRefusal, inspectArchive } from '@shellfolio/terminal-service/archive'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  Forbidden,
} from 'payload'
import { editors } from '../access/rules.ts'

type Inspected = { sha256: string; format: string; entries: number; unpackedBytes: number }

const refuse = (refusal: ArchiveRefusal): never => {
  const where = refusal.entry ? ` (${refusal.entry})` : ''
  throw new APIError(
    `${refusal.message}${where}`,
    422,
    { ...problem('archive-refused', refusal.message), reason: refusal.code },
    true,
  )
}

/**
 * Runs before Payload touches the stored file, so that a refused replacement leaves the old one in place.
 * That is also before Payload's own access check, which is why strangers are turned away here.
 */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  const isTrusted = 'overrideAccess' in args && args.overrideAccess === true
  if (!isTrusted && !editors({ req })) throw new Forbidden(req.t)
  const { data } = req.file
  try {
    const summary = await inspectArchive(data)
    const inspected: Inspected = {
      ...summary,
      sha256: createHash('sha256').update(data).digest('hex'),
    }
    req.context.inspectedArchive = inspected
  } catch (error) {
    if (error instanceof ArchiveRefusal) refuse(error)
    throw error
  }
  return args
}

/** Puts what was found into the document. */
export const keepFindings: CollectionBeforeChangeHook = ({ data, req }) =>
  req.file ? { ...data, ...(req.context.inspectedArchive as Inspected) } : data
