// Opens an archive's file, for the terminal service and for visitors who read its source.
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import type { Payload } from 'payload'
import { placesOf } from '../files/places.ts'

export type OpenArchive = (payload: Payload, archive: Record<string, unknown>) => Promise<Readable>

/** @throws when the archive has no file, or its file is not there */
export const openArchive: OpenArchive = async (payload, archive) => {
  const filename = basename(String(archive.filename ?? ''))
  if (filename === '') throw new Error('The archive has no file.')
  const content = await placesOf(payload).archives.read(filename)
  if (!content) throw new Error('The file of the archive is not there.')
  return content
}
