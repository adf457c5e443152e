// Free space, asked before a step that would otherwise die half-way with an obscure error.
import { statfsSync } from 'node:fs'
import { Failure } from './failure.mjs'

const GIB = 2 ** 30

/** @throws {Failure} when less than `bytes` are free where `folder` lies */
export const requireSpace = (folder, bytes, what) => {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free < bytes) {
    throw new Failure(
      `The disk is nearly full: ${what} needs ${(bytes / GIB).toFixed(1)} GiB in ${folder}, ${(free / GIB).toFixed(1)} GiB are free.`,
      'Make room and start again; nothing has been lost.',
    )
  }
}
