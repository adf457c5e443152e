// Names of the built assets. The manifest is written by the build and read when a page is rendered.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({
  'site.css': z.string(),
  'player.css': z.string(),
  'font.woff2': z.string(),
  'copy.js': z.string(),
  'launch.js': z.string(),
  'lightbox.js': z.string(),
  'preview.js': z.string(),
  'replay.js': z.string(),
  'search.js': z.string(),
  'seen.js': z.string(),
  'theme.js': z.string(),
  /** Only in development. */
  'dev.js': z.string().default(''),
  'guide.js': z.string().default(''),
})

export type AssetName = keyof z.output<typeof manifestSchema>

type Manifest = z.output<typeof manifestSchema>
let cached: Manifest | undefined
let paths: ReadonlySet<string> | undefined

const folder = () => join(process.cwd(), 'public/_islands')

const readManifest = (): Manifest => {
  const file = join(folder(), 'manifest.json')
  return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Addresses of all built assets, also of those that only other assets name. None where nothing was built. */
export const builtAssets = (): ReadonlySet<string> => {
  if (paths && process.env.NODE_ENV === 'production') return paths
  const names = existsSync(folder()) ? readdirSync(folder()) : []
  paths = new Set(names.map((name) => `/_islands/${name}`))
  return paths
}

/** Address of an asset. In development the manifest changes under the process. */
export const assetUrl = (name: AssetName): string => {
  if (process.env.NODE_ENV !== 'production') return readManifest()[name]
  cached ??= readManifest()
  return cached[name]
}
