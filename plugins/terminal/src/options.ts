// What a host configures.
import type { Readable } from 'node:stream'
import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { OnTerminalFact } from './facts.ts'
import { allowList } from './fleet/allow.ts'
import type { Rate } from './limiter/limiter.ts'
import { ALL_LAUNCHES_RATE, HISTORY_DAYS, LAUNCH_RATE, MAX_ALLOWED_SERVICES } from './limits.ts'

/** Bytes of an archive. */
export type ArchiveBody = Readable | ReadableStream<Uint8Array>

export type TerminalPluginOptions = {
  /** Slugs of the collections that hold demos, their archives, and the projects that show them. */
  collections: { demos: string; archives: string; projects: string }
  /**
   * Slug of the global with `enabled`, `capacity`, `maxSessionsPerAddress` and `defaults`.
   * @default 'terminal'
   */
  global?: string
  /** Origin of the terminal service as this process reaches it, for instance `http://127.0.0.1:3002`. */
  internalUrl: string
  /**
   * Terminal services that announce themselves. `allow`: where they may be: origins, networks such as `10.0.0.0/24`, and
   * names whose `*` stands for a part without a dot; the last two on the port of `internalUrl`, or on one they end in.
   * @default only `internalUrl`, which is also the one service while none has announced itself
   */
  services?: { allow: string[] }
  /** Address of the WebSocket as browsers reach it, for instance `wss://example.com/terminal/ws`. */
  publicUrl: string
  /** Origin under which the terminal service reaches this CMS; base of archive addresses. */
  cmsUrl: string
  /** Origins of pages that may open terminals; compared exactly. */
  origins: string[]
  /** Key shared with the terminal service, at least 32 characters. */
  grantKey: string
  /**
   * Redis for tickets, rates and sessions. Needed with more than one replica.
   * @default undefined, which keeps all in memory
   */
  redisUrl?: string
  /** Launches of one address. @default 30 at once, then 30 a minute */
  launchRate?: Rate
  /** Launches of all addresses together. @default 300 at once, then 600 a minute */
  allLaunchesRate?: Rate
  /** Opens the file of an archive document. Called only for requests that carry a valid archive token. */
  openArchive: (
    payload: Payload,
    archive: Record<string, unknown>,
  ) => ArchiveBody | Promise<ArchiveBody>
  /**
   * The visitor's address for requests to the API. It must be the one that the upgrade handler sees.
   * @default the last entry of `x-forwarded-for`, which the process in front has to set itself
   */
  clientAddress?: (headers: Headers) => string
  /**
   * Who sees which sessions run, watches and ends them, drains the service, and tries demos. Asked again and again with a
   * request of the same account while something that was granted to it is open.
   * @default everyone who may log in to the admin
   */
  mayOperate?: (asked: { req: PayloadRequest }) => boolean | Promise<boolean>
  /**
   * Told what operators do, before it is done, with their request: for a log of the host's. What it throws stops them.
   * @default nobody is told
   */
  onOperation?: OnTerminalFact
  /**
   * When every enabled demo is tried by a job of Payload's: five fields, in the server's time zone.
   * @default '0 3 * * *'; `false` for never
   */
  smokeCron?: string | false
  /**
   * Rows of past sessions are kept for so many days; sums by day are kept for good.
   * @default 90
   */
  historyDays?: number
  /**
   * Where a visitor is, as two letters (ISO 3166), from the headers of an API request: what a proxy in front found out.
   * @default undefined, which keeps no country
   */
  country?: (headers: Headers) => string | undefined
  /**
   * Adds the page of live sessions and the panel on demos to the admin. Needs `@payloadcms/ui`, `@payloadcms/next` and a
   * new import map.
   * @default true
   */
  admin?: boolean
  /**
   * Leaves the configuration as it is.
   * @default false
   */
  disabled?: boolean
}

export type TerminalSettings = Required<
  Omit<TerminalPluginOptions, 'redisUrl' | 'disabled' | 'country'>
> &
  Pick<TerminalPluginOptions, 'redisUrl' | 'country'>

const httpOrigin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)
const slug = z.string().min(1)
const rate = z.object({ burst: z.number().positive(), perMinute: z.number().positive() })
const functionOf = <Name extends keyof TerminalPluginOptions>() =>
  z.custom<NonNullable<TerminalPluginOptions[Name]>>(
    (value) => typeof value === 'function',
    'must be a function',
  )

const lastForwarded = (headers: Headers): string =>
  (headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? ''

const ofAdmin: TerminalSettings['mayOperate'] = ({ req }) =>
  req.user?.collection === req.payload.config.admin.user

const tellNobody: OnTerminalFact = () => {}

/** Every option, and no other: a name that is mistyped would silently mean its default. */
const shape = z.strictObject({
  collections: z.object({ demos: slug, archives: slug, projects: slug }),
  global: slug.default('terminal'),
  internalUrl: httpOrigin,
  cmsUrl: httpOrigin,
  publicUrl: z.url({ protocol: /^wss?$/ }),
  origins: z.array(httpOrigin).min(1),
  grantKey: z.string().min(32),
  services: z.object({ allow: z.array(z.string()).max(MAX_ALLOWED_SERVICES) }).optional(),
  redisUrl: z.url({ protocol: /^rediss?$/ }).optional(),
  launchRate: rate.default(LAUNCH_RATE),
  allLaunchesRate: rate.default(ALL_LAUNCHES_RATE),
  openArchive: functionOf<'openArchive'>(),
  clientAddress: functionOf<'clientAddress'>().default(() => lastForwarded),
  mayOperate: functionOf<'mayOperate'>().default(() => ofAdmin),
  onOperation: functionOf<'onOperation'>().default(() => tellNobody),
  smokeCron: z
    .union([z.literal(false), z.string().regex(/^\S+( \S+){4}$/)], 'must be five fields, or false')
    .default('0 3 * * *'),
  historyDays: z.number().int().positive().default(HISTORY_DAYS),
  country: functionOf<'country'>().optional(),
  admin: z.boolean().default(true),
  disabled: z.boolean().optional(),
} satisfies Record<keyof TerminalPluginOptions, z.ZodType>)

const COUNTRY = /^[A-Z]{2}$/

/** What the host says of where a visitor is; nothing that is no country's two letters. */
export const countryOf = (
  { country }: Pick<TerminalSettings, 'country'>,
  headers: Headers,
): string | undefined => {
  const said = country?.(headers)?.toUpperCase()
  return said !== undefined && COUNTRY.test(said) ? said : undefined
}

/** For the test of the table in the README. */
export const OPTION_NAMES = Object.keys(shape.shape)

const servicesOf = ({
  services = { allow: [] },
  internalUrl,
}: Pick<TerminalPluginOptions, 'services' | 'internalUrl'>): { allow: string[] } => {
  try {
    allowList(services.allow, internalUrl)
  } catch (error) {
    throw new Error(`terminalPlugin: services.allow: ${(error as Error).message}`)
  }
  return services.allow.length > 0 ? services : { allow: [internalUrl] }
}

/** Options with defaults. @throws {Error} that names the first wrong option */
export const resolveOptions = (options: TerminalPluginOptions): TerminalSettings => {
  const { data, error } = shape.safeParse(options)
  if (data) return { ...data, services: servicesOf(data) }
  const [issue] = error.issues
  throw new Error(`terminalPlugin: ${issue?.path.join('.') || 'unknown option'}: ${issue?.message}`)
}
