// Bounds of uploads, and how the bucket is reached when one is named; what is stored there is up to `src/files`.
import { type S3StorageOptions, s3Storage } from '@payloadcms/storage-s3'
import type { Plugin } from 'payload'
import type { CmsEnv } from './env.ts'
import { BUCKET, MAX_UPLOAD_BYTES, MAX_UPLOAD_REQUEST_BYTES } from './limits.ts'

/** Size limits of uploads, for the whole process. */
export const uploadLimits = {
  abortOnLimit: true,
  limits: { fileSize: MAX_UPLOAD_BYTES, files: 1 },
  requestSizeLimit: MAX_UPLOAD_REQUEST_BYTES,
}

export type BucketSettings = { bucket: string; config: S3StorageOptions['config'] }

type BucketEnv = Pick<
  CmsEnv,
  'S3_BUCKET' | 'S3_REGION' | 'S3_ENDPOINT' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'
>

/** How the bucket is reached; one without a name is never asked. */
export const bucketSettings = (
  env: BucketEnv,
  stallMs: number = BUCKET.stallMs,
): BucketSettings => ({
  bucket: env.S3_BUCKET ?? 'unset',
  config: {
    region: env.S3_REGION,
    forcePathStyle: true,
    // Without it nobody ends an answer that stops in the middle: its reader would wait for ever.
    requestHandler: { socketTimeout: stallMs },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
    ...(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
      ? {
          credentials: {
            accessKeyId: env.S3_ACCESS_KEY_ID,
            secretAccessKey: env.S3_SECRET_ACCESS_KEY,
          },
        }
      : {}),
  },
})

/**
 * The columns that Payload's plugin for buckets brings, with a bucket and without, so that the tables are the same. It
 * stores nothing: it would write each upload twice, and delete a replaced file before the change is safe (`src/files`).
 */
export const storageColumns: Plugin = s3Storage({
  enabled: false,
  alwaysInsertFields: true,
  collections: { media: { prefix: 'media' }, archives: { prefix: 'archives' } },
  bucket: 'unset',
  config: {},
})
