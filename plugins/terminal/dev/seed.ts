// First start: someone who may log in, and one sample with its source code.
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { CollectionSlug, Payload } from 'payload'
import type { DevEnv } from './env.ts'

export const SAMPLE_SLUG = 'hello'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'hello')

const packSample = async () => {
  const options = { encoding: 'buffer' as const }
  const { stdout } = await promisify(execFile)('tar', ['-czf', '-', '-C', folder, '.'], options)
  return {
    data: stdout,
    mimetype: 'application/gzip',
    name: 'hello.tar.gz',
    size: stdout.byteLength,
  }
}

/** As in collections.ts, the generated types are the portfolio's. */
const creator =
  (payload: Payload) =>
  async (collection: string, data: object, more: object = {}): Promise<number> => {
    const made = await payload.create({
      collection: collection as CollectionSlug,
      data: data as never,
      overrideAccess: true,
      ...more,
    })
    return Number(made.id)
  }

/** An `onInit` that fills an empty database and changes no other. */
export const seed =
  ({ FIRST_EMAIL: email, FIRST_PASSWORD: password }: DevEnv) =>
  async (payload: Payload): Promise<void> => {
    const collection = 'people' as CollectionSlug
    if ((await payload.count({ collection, overrideAccess: true })).totalDocs > 0) return
    const create = creator(payload)
    const archive = await create('bundles', {}, { file: await packSample() })
    const demo = await create('samples', {
      title: 'Hello',
      archive,
      toolchain: 'c',
      build: 'make',
      enabled: true,
    })
    await create('posts', { slug: SAMPLE_SLUG, demo })
    await create('people', { email, password })
  }
