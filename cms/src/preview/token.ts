// The token of a preview link: names one draft and who asked for it, and works for a few minutes.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { PREVIEW } from '../limits.ts'

/**
 * `collection`: slug of the collection or global. `id`: of the document; none of a global. `user`: the id of the account that
 * asked; it must still be one when the token is used.
 */
export type Preview = { collection: string; id: string | undefined; user: string; expiresAt: Date }

type Asked = { collection: string; id?: string | undefined; user: string }

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const SHAPE = new RegExp(
  `^(?<said>(?<collection>[a-z-]{1,40})(?:\\.(?<id>${UUID}))?\\.(?<user>${UUID})\\.(?<until>[0-9a-z]{1,11}))\\.(?<signature>[\\w-]{43})$`,
)

/** Tokens of previews. `secret` is the CMS's; it signs nothing else under this name. `now`: milliseconds. */
export const previewTokens = (secret: string, now: () => number = () => Date.now()) => {
  const sign = (said: string): string =>
    createHmac('sha256', secret).update(`preview:${said}`).digest('base64url')
  return {
    /** `isSteady`: asked again some minutes later, it is still the same. */
    issue: (
      { collection, id, user }: Asked,
      { isSteady = false } = {},
    ): { token: string; expiresAt: Date } => {
      const latest = now() + PREVIEW.lifetimeMs
      const until = isSteady ? latest - (latest % PREVIEW.steadyMs) : latest
      const said = [collection, ...(id === undefined ? [] : [id]), user, until.toString(36)].join(
        '.',
      )
      return { token: `${said}.${sign(said)}`, expiresAt: new Date(until) }
    },
    /** `undefined` for what was not issued here, `expired` for what was. */
    read: (token: string): Preview | 'expired' | undefined => {
      const parts = SHAPE.exec(token)?.groups
      if (!parts) return undefined
      const { said = '', collection = '', id, user = '', until = '', signature = '' } = parts
      if (!timingSafeEqual(Buffer.from(sign(said)), Buffer.from(signature))) return undefined
      const expiresAt = Number.parseInt(until, 36)
      if (now() >= expiresAt) return 'expired'
      return { collection, id, user, expiresAt: new Date(expiresAt) }
    },
  }
}

export type PreviewTokens = ReturnType<typeof previewTokens>
