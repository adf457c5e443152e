// Keeps with each archive what the plugin has to know of its file.
import { createHash } from 'node:crypto'
import { APIError, type CollectionBeforeChangeHook } from 'payload'

const GZIP = '1f8b'
const ZIP = '504b'

const formatOf = (file: Buffer): 'tar.gz' | 'zip' => {
  const start = file.subarray(0, 2).toString('hex')
  if (start === GZIP) return 'tar.gz'
  if (start === ZIP) return 'zip'
  throw new APIError('Give a zip or a tar.gz.', 422, undefined, true)
}

/** A file that is not there is not changed: Payload hands over new ones only. */
export const describeFile: CollectionBeforeChangeHook = ({ data, req: { file } }) =>
  file
    ? {
        ...data,
        sha256: createHash('sha256').update(file.data).digest('hex'),
        format: formatOf(file.data),
      }
    : data
