// Fetches a project's archive from an origin that is allowed, bounded in size and time, and checks that it is the one granted.
import { createHash } from 'node:crypto'
import type { SessionGrant } from '@shellfolio/protocol'
import { withDeadline } from '@shellfolio/runtime/deadline'
import { ARCHIVE_TIMEOUT_MS, MAX_ARCHIVE_BYTES } from '../limits.ts'
import { WorkspaceError } from './types.ts'

export type FetchOptions = { origins: readonly string[]; timeoutMs?: number; signal?: AbortSignal }

const failed = (message: string, cause?: unknown) =>
  new WorkspaceError('archive-failed', message, { cause })

const readBody = async (response: Response, maxBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw failed('The archive of this project is larger than announced.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** `identity`: what is counted and hashed are the bytes of the archive, not of a decoder. */
const headersOf = (token: string | undefined): Record<string, string> => ({
  'accept-encoding': 'identity',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
})

/** @throws {WorkspaceError} `archive-failed` */
export const fetchArchive = async (
  { url, token, sha256, bytes }: SessionGrant['archive'],
  { origins, timeoutMs = ARCHIVE_TIMEOUT_MS, signal }: FetchOptions,
): Promise<Buffer> => {
  if (!origins.includes(new URL(url).origin)) {
    throw failed('The archive of this project lies elsewhere.')
  }
  if (bytes > MAX_ARCHIVE_BYTES) throw failed('The archive of this project is too large.')
  const ask = async (own: AbortSignal): Promise<Buffer> => {
    const response = await fetch(url, { headers: headersOf(token), redirect: 'error', signal: own })
    if (response.ok) return readBody(response, bytes)
    await response.body?.cancel()
    throw failed(`The archive of this project could not be fetched (${response.status}).`)
  }
  let archive: Buffer
  try {
    archive = await withDeadline(timeoutMs, ask, signal)
  } catch (error) {
    if (error instanceof WorkspaceError) throw error
    throw failed('The archive of this project could not be fetched.', error)
  }
  if (createHash('sha256').update(archive).digest('hex') !== sha256) {
    throw failed('The archive of this project is not the one that was announced.')
  }
  return archive
}
