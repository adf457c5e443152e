// Kinds of projects, as the CMS has them.
import { en } from './i18n/en.ts'

export const KINDS: ReadonlySet<string> = new Set(Object.keys(en.kinds))

export type KindCount = { kind: string; projects: number }
