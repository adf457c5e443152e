// One-shot program: `backup <file>` and `restore <file> [--replace]`.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { getPayload, type Payload } from 'payload'
import { closePayload } from '../close-payload.ts'
import { type CmsEnv, cmsEnv } from '../env.ts'
import { withSetupLock } from '../lock.ts'
import { bucketSettings } from '../storage.ts'
import { bucketStore } from './bucket-store.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { BackupError, FILE, type Manifest } from './manifest.ts'
import { restoreBackup } from './restore.ts'
import { writeBackup } from './write.ts'

const summary = ({ tables, entries }: Manifest): string => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const files = entries.filter(({ path }) => FILE.test(path)).length
  return `${rows} rows of ${tables.length} tables, ${files} files`
}

const backup = async (target: string, env: CmsEnv, files: FileStore) => {
  if (existsSync(target)) throw new BackupError(`${target} is there already.`)
  const { DATABASE_URL: databaseUrl, PAYLOAD_SECRET: secret } = env
  const manifest = await writeBackup(target, { databaseUrl, secret, files })
  console.log(`Wrote ${target}: ${summary(manifest)}.`)
}

const restore = async (path: string, env: CmsEnv, files: FileStore, isReplacing: boolean) => {
  const { DATABASE_URL: databaseUrl, PAYLOAD_SECRET: secret } = env
  let payload: Payload | undefined
  const startPayload = async () => {
    const { default: config } = await import('../payload.config.ts')
    payload = await getPayload({ config })
    return payload
  }
  try {
    const target = { databaseUrl, secret, files, startPayload, isReplacing }
    const { manifest, hasOtherSecret } = await withSetupLock(databaseUrl, () =>
      restoreBackup(path, target),
    )
    console.log(`Restored ${summary(manifest)}, as they were at ${manifest.createdAt}.`)
    if (hasOtherSecret) {
      console.log(
        'PAYLOAD_SECRET is not the one of the backup: second factors and keys of service accounts have to be made anew.',
      )
    }
  } finally {
    if (payload) await closePayload(payload)
  }
}

const run = async ([command, path, ...flags]: string[]) => {
  const isReplacing = flags.includes('--replace')
  if (path === undefined || !['backup', 'restore'].includes(command ?? '')) {
    throw new BackupError('Say `backup <file>` or `restore <file> [--replace]`.')
  }
  const env = cmsEnv()
  const files = env.S3_BUCKET ? bucketStore(bucketSettings(env)) : diskStore(env.UPLOAD_DIR)
  try {
    if (command === 'backup') await backup(resolve(path), env, files)
    else await restore(resolve(path), env, files, isReplacing)
  } finally {
    files.close()
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const isTold = error instanceof Error && ['EnvError', 'BackupError'].includes(error.name)
  console.error(isTold ? error.message : error)
  process.exitCode = 1
}
