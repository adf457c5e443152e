// Stored names: each upload gets a mark that no other has, so that a name stands for one content for ever.
import { randomBytes } from 'node:crypto'
import type { CollectionBeforeOperationHook } from 'payload'
import { safeFileName } from '../fields/safe-file-name.ts'

const MARK_BYTES = 8
/** The mark stands before the ending, or before the width and height of a size. */
const MARKED = /-[0-9a-f]{16}(?:-\d+x\d+)?(?:\.tar)?\.[a-z0-9]+$/

/** Whether the content under this name never changes. Files from before there were marks have none. */
export const isMarked = (name: string): boolean => MARKED.test(name)

/** `photo.PNG` becomes `photo-0123456789abcdef.png`; the ending of `code.tar.gz` stays whole. */
export const markedName = (name: string): string => {
  const safe = safeFileName(name)
  const [, stem = safe, ending = ''] = /^(.+?)((?:\.tar)?\.[^.]+)$/i.exec(safe) ?? []
  return `${stem}-${randomBytes(MARK_BYTES).toString('hex')}${ending.toLowerCase()}`
}

/** Renames the upload before Payload or a bucket sees it. */
export const nameUpload: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation === 'create' || operation === 'update') && req.file) {
    req.file.name = markedName(req.file.name)
  }
  return args
}
