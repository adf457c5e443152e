// The host's documents as this plugin understands them. They are read, checked and narrowed here; nothing else sees raw ones.
import { MODES, TOOLCHAINS } from '@shellfolio/protocol'
import type { CollectionSlug, GlobalSlug, Payload, Where } from 'payload'
import { z } from 'zod'
import { Refusal } from './errors.ts'
import type { TerminalSettings } from './options.ts'

const id = z.union([z.string().min(1).max(100), z.number().int()]).transform(String)
/** A relationship: the id, or the document when the host's hooks filled it in. */
const reference = z.union([id, z.object({ id }).transform((document) => document.id)])
const positive = z.number().positive().nullish()

const limits = z
  .object({
    idleMinutes: positive,
    maxMinutes: positive,
    memoryMb: positive,
    diskMb: positive,
    processes: positive,
  })
  .nullish()

const status = z.string().nullish()

const mode = z
  .enum(MODES)
  .nullish()
  .transform((value) => value ?? 'shell')

const rules = z
  .array(
    z.object({
      program: z.string().min(1).max(200),
      argument: z
        .string()
        .max(500)
        .nullish()
        .transform((value) => value ?? ''),
    }),
  )
  .max(50)
  .nullish()
  .transform((value) => value ?? [])

const commands = z
  .array(
    z.object({
      label: z.string().max(500),
      command: z.string().min(1).max(1000),
      expect: z.string().max(500).nullish(),
    }),
  )
  .max(50)
  .nullish()
  .transform((value) => value ?? [])

/** A host without fields for mode, rules, commands or flags has plain shells. */
export const demoSchema = z.object({
  id,
  title: z.string().max(500),
  archive: reference,
  workdir: z.string().max(500).nullish(),
  build: z.string().max(4000).nullish(),
  toolchain: z.enum(TOOLCHAINS),
  mode,
  rules,
  commands,
  flags: z.object({ loopback: z.boolean().nullish(), debug: z.boolean().nullish() }).nullish(),
  welcome: z.string().max(4000).nullish(),
  environment: z
    .array(z.object({ name: z.string().max(100), value: z.string().max(1000).nullish() }))
    .max(50)
    .nullish(),
  limits,
  maxSessions: positive,
  enabled: z.boolean().nullish(),
  _status: status,
})

const archive = z.object({
  id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(['zip', 'tar.gz']),
  filesize: z.number().int().positive(),
})

/** An archive's row may hold a long list of what is in it, which no launch needs. */
const ARCHIVE_FIELDS = Object.fromEntries(Object.keys(archive.shape).map((name) => [name, true]))

const project = z.object({ demo: reference.nullish(), _status: status })

const terminal = z.object({
  enabled: z.boolean().nullish(),
  capacity: positive,
  maxSessionsPerAddress: positive,
  defaults: limits,
  notice: z.string().nullish(),
  replay: z.object({ enabled: z.boolean().nullish(), days: positive }).nullish(),
})

export type DemoDocument = z.output<typeof demoSchema>
export type ArchiveDocument = z.output<typeof archive>
export type DemoLimits = z.output<typeof limits>
export type TerminalGlobal = {
  enabled: boolean
  capacity: number
  maxSessionsPerAddress: number
  defaults: DemoLimits
  notice: string
  /** Whether visitors are recorded, and for how many days that is kept. */
  replay: { enabled: boolean; days: number }
}

export type Documents = {
  demo: (demoId: string) => Promise<DemoDocument>
  /** A demo as it is saved, whoever may run it: for its owner. */
  anyDemo: (demoId: string) => Promise<DemoDocument>
  /** The demo of a project that visitors can see. */
  demoOfProject: (slug: string) => Promise<DemoDocument>
  archive: (archiveId: string) => Promise<ArchiveDocument>
  /** The archive as the host stored it, for `openArchive`. */
  rawArchive: (archiveId: string) => Promise<Record<string, unknown> | undefined>
  terminal: () => Promise<TerminalGlobal>
}

const isDraft = (value: string | null | undefined) => value === 'draft'

/** Reader of the host's documents. Its methods throw {@link Refusal} `demo-not-found` for what visitors may not run. */
export const createDocuments = (
  payload: Payload,
  { collections, global }: Pick<TerminalSettings, 'collections' | 'global'>,
): Documents => {
  const findOne = async (
    slug: string,
    where: Where,
    overrideAccess: boolean,
    select?: Record<string, boolean>,
  ) => {
    const { docs } = await payload.find({
      collection: slug as CollectionSlug,
      where,
      ...(select ? { select: select as never } : {}),
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess,
    })
    return docs[0] as unknown
  }
  const byId = (slug: string, value: string, select?: Record<string, boolean>) =>
    findOne(slug, { id: { equals: value } }, true, select)

  const anyDemo = async (demoId: string): Promise<DemoDocument> => {
    const found = demoSchema.safeParse(await byId(collections.demos, demoId).catch(() => undefined))
    if (!found.success) throw new Refusal('demo-not-found')
    return found.data
  }

  const readDemo = async (demoId: string): Promise<DemoDocument> => {
    const demo = await anyDemo(demoId)
    if (demo.enabled !== true || isDraft(demo._status)) throw new Refusal('demo-not-found')
    return demo
  }

  return {
    demo: readDemo,
    anyDemo,
    demoOfProject: async (slug) => {
      // As a visitor: what the host hides from them cannot be launched either.
      const found = project.safeParse(
        await findOne(collections.projects, { slug: { equals: slug } }, false),
      )
      if (!found.success || isDraft(found.data._status) || !found.data.demo) {
        throw new Refusal('demo-not-found')
      }
      return readDemo(found.data.demo)
    },
    archive: async (archiveId) => {
      const found = archive.safeParse(await byId(collections.archives, archiveId, ARCHIVE_FIELDS))
      if (!found.success) throw new Refusal('demo-not-found')
      return found.data
    },
    rawArchive: async (archiveId) =>
      (await byId(collections.archives, archiveId).catch(() => undefined)) as
        | Record<string, unknown>
        | undefined,
    terminal: async () => {
      const found = terminal.parse(
        await payload.findGlobal({ slug: global as GlobalSlug, depth: 0, overrideAccess: true }),
      )
      return {
        enabled: found.enabled ?? false,
        capacity: found.capacity ?? 24,
        maxSessionsPerAddress: found.maxSessionsPerAddress ?? 3,
        defaults: found.defaults,
        notice: found.notice ?? '',
        replay: { enabled: found.replay?.enabled ?? false, days: found.replay?.days ?? 7 },
      }
    },
  }
}
