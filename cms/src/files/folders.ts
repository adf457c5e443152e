// The collections with uploaded files, and where their files lie when there is no bucket.
import { join } from 'node:path'
import type { CmsEnv } from '../env.ts'

export const UPLOADS = ['media', 'archives'] as const
export type UploadSlug = (typeof UPLOADS)[number]

export const folderOf = ({ UPLOAD_DIR }: Pick<CmsEnv, 'UPLOAD_DIR'>, slug: UploadSlug): string =>
  join(UPLOAD_DIR, slug)
