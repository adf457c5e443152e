// Where uploaded files live: an S3 bucket when one is named, otherwise the local folder. The tables are the same.
import { type S3StorageOptions, s3Storage } from '@payloadcms/storage-s3'
import type { Plugin } from 'payload'
import type { CmsEnv } from './env.ts'
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_REQUEST_BYTES } from './limits.ts'

/** Size limits of uploads, for the whole process. */
export const uploadLimits = {
  abortOnLimit: true,
  limits: { fileSize: MAX_UPLOAD_BYTES, files: 1 },
  requestSizeLimit: MAX_UPLOAD_REQUEST_BYTES,
}

export type BucketSettings = { bucket: string; config: S3StorageOptions['config'] }

/** How the bucket is reached; one without a name is never asked. */
export const bucketSettings = (env: CmsEnv): BucketSettings => ({
  bucket: env.S3_BUCKET ?? 'unset',
  config: {
    region: env.S3_REGION,
    forcePathStyle: true,
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

/** Files go through Payload's access control either way: the bucket stays private. */
export const bucketStorage = (env: CmsEnv): Plugin =>
  s3Storage({
    enabled: env.S3_BUCKET !== undefined,
    alwaysInsertFields: true,
    collections: { media: { prefix: 'media' }, archives: { prefix: 'archives' } },
    ...bucketSettings(env),
  })
