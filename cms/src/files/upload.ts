// Settings of both upload collections that do not depend on what is uploaded.
import type { UploadConfig } from 'payload'
import { hardenFile } from '../fields/upload-headers.ts'
import { type FileHeaders, serveFiles } from './serve.ts'

export const uploadWith = (headersOf: FileHeaders) =>
  ({
    // Payload would delete the stored file before the new one is safe, and looks for it here, where there is none.
    disableLocalStorage: true,
    staticDir: '/nonexistent',
    handlers: [serveFiles(headersOf)],
    modifyResponseHeaders: hardenFile,
    crop: false,
    pasteURL: false,
  }) satisfies UploadConfig
