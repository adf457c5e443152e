// What a backup says of itself. A backup is a tar: parts of tables, stored files, and this as its last entry.
import { z } from 'zod'

export const FORMAT = 1
export const MANIFEST = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const identifier = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/)
const count = z.number().int().nonnegative()

/** Paths of tables' parts: gzipped text as COPY writes it, cut anywhere. */
export const PART = /^database\/([A-Za-z_][A-Za-z0-9_]{0,62})\/(\d{6})\.gz$/
/** Paths of stored files: a folder of the storage, and a name in it that leaves it nowhere. */
export const FILE = /^files\/((?:media|archives)\/(?!\.{1,2}$)[^/\\\0]{1,255})$/

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  /** Names of the migrations that had made the schema. */
  migrations: z.array(z.string().regex(/^\w{1,200}$/)),
  /** Tells whether secrets kept in the database can be read with the keys of another installation. */
  secret: sha256,
  tables: z.array(z.strictObject({ name: identifier, columns: z.array(identifier), rows: count })),
  entries: z.array(z.strictObject({ path: z.string().max(400), bytes: count, sha256 })),
})

export type Manifest = z.output<typeof manifestSchema>
export type Table = Manifest['tables'][number]
export type Entry = Manifest['entries'][number]

export class BackupError extends Error {
  override readonly name = 'BackupError'
}
