// Whether uploads can be stored: a few bytes are written, read back and deleted.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { CmsEnv } from '../env.ts'
import { bucketSettings } from '../storage.ts'
import type { Finding } from './checks.ts'

const compared = (written: string, read: string | undefined): Finding =>
  written === read
    ? { state: 'up', sentence: 'Files can be stored and read.' }
    : { state: 'down', sentence: 'What was stored was read differently.' }

export const checkFolder = async ({ UPLOAD_DIR }: CmsEnv): Promise<Finding> => {
  const text = randomUUID()
  const path = join(UPLOAD_DIR, `.health-${text}`)
  try {
    await mkdir(UPLOAD_DIR, { recursive: true })
    await writeFile(path, text, { flag: 'wx', mode: 0o600 })
    return compared(text, await readFile(path, 'utf8'))
  } finally {
    await rm(path, { force: true })
  }
}

export const checkBucket = async (env: CmsEnv, abortSignal: AbortSignal): Promise<Finding> => {
  const { bucket: Bucket, config } = bucketSettings(env)
  const client = new S3Client(config)
  const text = randomUUID()
  const object = { Bucket, Key: `health/${text}` }
  try {
    await client.send(new PutObjectCommand({ ...object, Body: text }), { abortSignal })
    const { Body } = await client.send(new GetObjectCommand(object), { abortSignal })
    const read = await Body?.transformToString()
    await client.send(new DeleteObjectCommand(object), { abortSignal })
    return compared(text, read)
  } finally {
    client.destroy()
  }
}
