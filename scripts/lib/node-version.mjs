// The oldest Node.js that everything here runs on.
import { Failure } from './failure.mjs'

const OLDEST = [20, 19]

/** @throws {Failure} on an older Node.js */
export const requireNode = (version = process.versions.node) => {
  const [major, minor] = version.split('.').map(Number)
  const isOldEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  if (!isOldEnough) {
    throw new Failure(
      `Node.js ${version} is too old: ${OLDEST.join('.')} or newer is needed.`,
      'See https://nodejs.org/en/download for a current version.',
    )
  }
}
