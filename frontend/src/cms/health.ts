// How it goes with the CMS, from what it answers: said in the log when that changes, and at most once a minute while it is bad.
import { type SeldomOptions, sayingSeldom } from '../seldom.ts'

/** `refused`: it works, and what was asked for is not to be had. */
export type Trouble = 'away' | 'slow' | 'broken' | 'wrong' | 'refused'

export type CmsHealth = {
  /** Undefined while it answers as it should. */
  trouble: () => Exclude<Trouble, 'refused'> | undefined
  answered: () => void
  failed: (failure: { message: string; trouble: Trouble }) => void
}

export const createCmsHealth = (options: SeldomOptions = {}): CmsHealth => {
  let trouble: ReturnType<CmsHealth['trouble']>
  const say = sayingSeldom<'bad' | 'good'>(options)

  return {
    trouble: () => trouble,
    answered: () => {
      if (trouble === undefined) return
      trouble = undefined
      say('good', 'The CMS answers again.')
    },
    failed: ({ message, trouble: kind }) => {
      if (kind === 'refused') return
      trouble = kind
      say('bad', `The CMS is of no use (${kind}): ${message}. Pages stay as they were.`)
    },
  }
}

const KEY = Symbol.for('shellfolio.cms-health')
const holder = globalThis as { [KEY]?: CmsHealth }

/** From now on this process has `health`, whose log may be another than that of the process. */
export const useCmsHealth = (health: CmsHealth): void => {
  holder[KEY] = health
}

/** Of this process: the server and Next's bundles have one together. */
export const cmsHealth = (): CmsHealth => {
  holder[KEY] ??= createCmsHealth()
  return holder[KEY]
}
