// Looks at redirects that people make: one address each, no loop, no chain, and never in front of a live page.
import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { z } from 'zod'
import type { Redirect } from '../payload-types.ts'
import { ADDRESSED } from './addresses.ts'
import { sitePath, withoutOrigin } from './site-path.ts'
import {
  AUTOMATIC,
  documentAt,
  documentOf,
  pathOf,
  redirectFrom,
  redirectPast,
  type Target,
  targetOf,
} from './store.ts'

const refuse = (req: PayloadRequest, path: string, message: string): never => {
  throw new ValidationError({ collection: 'redirects', errors: [{ path, message }], req }, req.t)
}

/** The path on the site that `target` leads to, if it leads to one now. */
const pathOfTarget = async (req: PayloadRequest, target: Target): Promise<string | undefined> => {
  if (target.target === 'address') return sitePath(target.address)
  const document = documentOf(target)
  return document && pathOf(req, document)
}

/** Where a redirect from `from` shall lead: past redirects that start where it was to end. */
const settle = async (req: PayloadRequest, from: string, wanted: Target): Promise<Target> => {
  const path = await pathOfTarget(req, wanted)
  const onward = path && path !== from ? await redirectFrom(req, path) : undefined
  const target = (onward && targetOf(onward)) ?? wanted
  if (path === from || (await pathOfTarget(req, target)) === from) {
    refuse(req, wanted.target, 'This leads back to where it starts.')
  }
  return target
}

/** Payload looks at fields only after the hooks, which would stumble over a number or a list. */
const shape = z.object({
  from: z.string().nullish(),
  address: z.string().nullish(),
  document: z
    .object({
      relationTo: z.enum(Object.keys(ADDRESSED)),
      value: z.union([z.string(), z.object({ id: z.string() })]),
    })
    .nullish(),
})

/** Spells addresses in one way, so that they can be compared. `siteUrl`: origin of the site. */
export const spellAddresses =
  (siteUrl: string): CollectionBeforeValidateHook<Redirect> =>
  ({ data = {}, req }) => {
    const { error } = shape.safeParse(data)
    if (error) refuse(req, String(error.issues[0]?.path[0] ?? 'from'), 'This leads nowhere.')
    const own = (value: unknown) =>
      typeof value === 'string' ? withoutOrigin(value.trim(), siteUrl) : value
    const from = own(data.from)
    return {
      ...data,
      ...(typeof from === 'string' ? { from: sitePath(from) ?? from } : {}),
      ...(typeof data.address === 'string' ? { address: own(data.address) as string } : {}),
    }
  }

/** Runs before Payload looks at the fields themselves; their types are known by `spellAddresses`. */
export const checkRedirect: CollectionBeforeChangeHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (req.context[AUTOMATIC]) return data
  const whole = { ...originalDoc, ...data } as Redirect
  // Payload says that it is missing.
  if (typeof whole.from !== 'string') return data
  if (await documentAt(req, whole.from)) {
    refuse(req, 'from', 'A published page is at this address: it would be hidden.')
  }
  const wanted = targetOf(
    whole.target === 'document' ? { document: whole.document } : { address: whole.address },
  )
  if (!wanted) return refuse(req, whole.target, 'Say where this leads.')
  return { ...data, ...(await settle(req, whole.from, wanted)) }
}

/** What led to the start of this redirect leads to its end from now on. */
export const shortenOthers: CollectionAfterChangeHook<Redirect> = async ({ doc, req }) => {
  if (req.context[AUTOMATIC]) return
  const target = targetOf(doc)
  if (target) await redirectPast(req, doc.from, target)
}
