// Looks through an uploaded archive before anything of it is stored, and remembers what it found.
import { createHash } from 'node:crypto'
import { problem } from '@shellfolio/protocol'
import { ArchiveRefusal } from '@shellfolio/terminal-service/archive'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
} from 'payload'
import { editors } from '../access/rules.ts'
import { refuseStrangers } from '../files/guard.ts'
import { type Listed, listArchive } from './listing.ts'

type Inspected = Listed & { sha256: string }

const refuse = (refusal: ArchiveRefusal): never => {
  const where = refusal.entry ? ` (${refusal.entry})` : ''
  throw new APIError(
    `${refusal.message}${where}`,
    422,
    { ...problem('archive-refused', refusal.message), reason: refusal.code },
    true,
  )
}

/** Runs before Payload touches anything, so that a refused replacement leaves the old archive in place. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  refuseStrangers(args, req, editors)
  const { data } = req.file
  try {
    const inspected: Inspected = {
      ...(await listArchive(data)),
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
