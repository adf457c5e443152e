// The places of a running CMS, one for each collection with uploads. Each Payload instance has its own and closes them.
import { join } from 'node:path'
import type { Payload } from 'payload'
import type { CmsEnv } from '../env.ts'
import { bucketSettings } from '../storage.ts'
import { openBucket } from './bucket.ts'
import { bucketPlace } from './bucket-place.ts'
import { diskPlace } from './disk.ts'
import type { Place } from './place.ts'

export const UPLOADS = ['media', 'archives'] as const
export type UploadSlug = (typeof UPLOADS)[number]

export type Places = Record<UploadSlug, Place> & { close: () => void }

/** In the bucket when one is named, otherwise on this machine's disk. Nothing is opened before it is used. */
export const openPlaces = (env: CmsEnv): Places => {
  if (!env.S3_BUCKET) {
    const onDisk = (slug: UploadSlug) => diskPlace(join(env.UPLOAD_DIR, slug))
    return { media: onDisk('media'), archives: onDisk('archives'), close: () => undefined }
  }
  const bucket = openBucket(bucketSettings(env))
  const inBucket = (slug: UploadSlug) => bucketPlace(bucket, slug)
  return { media: inBucket('media'), archives: inBucket('archives'), close: bucket.close }
}

const KEY = Symbol.for('shellfolio.places')
/** The bundler may hold several copies of this module. */
const holder = globalThis as { [KEY]?: WeakMap<Payload, Places> }

/** Said when Payload starts. */
export const usePlaces = (payload: Payload, places: Places): void => {
  holder[KEY] ??= new WeakMap()
  holder[KEY].set(payload, places)
}

/** @throws before Payload has started */
export const placesOf = (payload: Payload): Places => {
  const places = holder[KEY]?.get(payload)
  if (!places) throw new Error('This Payload has no place for files.')
  return places
}

export const isUploadSlug = (slug: string): slug is UploadSlug =>
  (UPLOADS as readonly string[]).includes(slug)

/** @throws for a collection without uploads */
export const placeOf = (payload: Payload, slug: string): Place => {
  if (!isUploadSlug(slug)) throw new Error(`The collection ${slug} has no files.`)
  return placesOf(payload)[slug]
}
