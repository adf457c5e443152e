// Asks the server for the checklist of the open document, anew whenever it has been saved.
import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { RefusedPlan } from '../schedule/refused.ts'
import type { Item } from './facts.ts'

const at = z.object({ path: z.string(), label: z.string(), tab: z.string().optional() })
const item = z.object({
  id: z.string(),
  rule: z.string(),
  level: z.enum(['blocks', 'advice']),
  message: z.string(),
  where: at,
})
const refused = z.object({
  type: z.enum(['publish', 'unpublish']),
  plannedFor: z.string(),
  reasons: z.array(z.string()),
})
const answer = z.object({ items: z.array(item), refused: refused.optional() })

export type Checklist =
  | { state: 'unsaved' | 'asking' | 'unknown' }
  | { state: 'known'; items: Item[]; refused: RefusedPlan | undefined }

export const useChecklist = (): Checklist => {
  const { collectionSlug, globalSlug, id, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const [checklist, setChecklist] = useState<Checklist>({ state: 'asking' })
  const path =
    globalSlug === undefined
      ? id !== undefined && `${collectionSlug}/${id}`
      : `globals/${globalSlug}`
  const url = path
    ? `${config.serverURL}${config.routes.api}/${path}/checklist?draft=true&locale=${locale}`
    : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: each save may change the answer.
  useEffect(() => {
    if (!url) return setChecklist({ state: 'unsaved' })
    const asking = new AbortController()
    const ask = async () => {
      const response = await fetch(url, { credentials: 'include', signal: asking.signal })
      const { data } = answer.safeParse(await response.json())
      setChecklist(
        data
          ? { state: 'known', items: data.items as Item[], refused: data.refused }
          : { state: 'unknown' },
      )
    }
    ask().catch(() => {
      if (!asking.signal.aborted) setChecklist({ state: 'unknown' })
    })
    return () => asking.abort()
  }, [url, lastUpdateTime])
  return checklist
}
