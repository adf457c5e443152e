// Uploaded files of one collection in the bucket, below a prefix of their own.
import type { Bucket } from './bucket.ts'
import type { Place } from './place.ts'

/** A name holds no slash: what lies deeper was not put there by us. */
const isName = (name: string): boolean => name !== '' && !name.includes('/')

export const bucketPlace = (bucket: Bucket, folder: string, pageSize?: number): Place => {
  const keyOf = (name: string) => {
    if (!isName(name)) throw new Error('Not the name of a stored file.')
    return `${folder}/${name}`
  }
  const remove = (name: string) => bucket.remove(keyOf(name))
  return {
    store: async (files) => {
      const writing = files.map(({ name, data, type }) =>
        bucket.write({ key: keyOf(name), body: data, bytes: data.byteLength, type }),
      )
      const outcomes = await Promise.allSettled(writing)
      const failed = outcomes.find((outcome) => outcome.status === 'rejected')
      if (!failed) return
      // Also those that failed: an answer may be lost after the file was stored.
      await Promise.allSettled(files.map(({ name }) => remove(name)))
      throw failed.reason
    },
    find: (name) => bucket.find(keyOf(name)),
    read: (name, range) => bucket.read(keyOf(name), range),
    list: async function* () {
      for await (const objects of bucket.list(`${folder}/`, pageSize)) {
        yield objects
          .map(({ key, modifiedMs }) => ({ name: key.slice(folder.length + 1), modifiedMs }))
          .filter(({ name }) => isName(name))
      }
    },
    remove,
  }
}
