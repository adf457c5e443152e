// Where the sample images lie.
import { fileURLToPath } from 'node:url'

/** Path of an image by its `SeedMedia.file`. */
export const imagePath = (file: string): string =>
  fileURLToPath(new URL(`../images/${file}`, import.meta.url))
