// How both upload collections keep and serve their files: on disk by our own hooks, or in a bucket by its plugin's.
import { join } from 'node:path'
import type { CollectionAfterChangeHook, UploadConfig } from 'payload'
import { hardenFile } from '../fields/upload-headers.ts'
import { keepFilesIn } from './keep.ts'
import { type FileHeaders, sayHeaders, serveFilesFrom } from './serve.ts'

/** `folder`: where files lie when there is no bucket. */
export type Place = { folder: string; isInBucket: boolean }

/** Settings of `upload` that do not depend on what is uploaded. */
export const uploadTo = ({ folder, isInBucket }: Place, headersOf: FileHeaders) =>
  ({
    // Payload would delete the stored file before the new one is safe, and looks for it here, where there is none.
    disableLocalStorage: true,
    staticDir: join(folder, 'none'),
    handlers: [isInBucket ? sayHeaders(headersOf) : serveFilesFrom(folder, headersOf)],
    modifyResponseHeaders: hardenFile,
    crop: false,
    pasteURL: false,
  }) satisfies UploadConfig

/** Runs first of all `afterChange` hooks: nobody is told of a file that is not stored. */
export const keepFiles = ({ folder, isInBucket }: Place): CollectionAfterChangeHook[] =>
  isInBucket ? [] : [keepFilesIn(folder)]
