// Joins the other processes of the site, where there is a Redis to meet them in.
import { forgetAll } from '../../cms/memories.ts'
import type { SiteEnv } from '../../env.ts'
import { LIMITS } from '../../limits.ts'
import { pageChanges } from '../page-changes.ts'
import { openReplicas } from './replicas.ts'
import { shareReplicas } from './shared.ts'

/** Another process was told of a change: what is kept in front of Next is of the past. */
const onTold = () => {
  forgetAll()
  pageChanges().count += 1
  pageChanges().at = Date.now()
}

/** Opens it where there is a Redis to share; the function returned lets go of it. */
export const joinReplicas = async ({
  REDIS_URL,
  CMS_INTERNAL_URL,
  SITE_URL,
}: SiteEnv): Promise<() => Promise<void>> => {
  if (!REDIS_URL) return async () => undefined
  const opened = openReplicas({ url: REDIS_URL, identity: [CMS_INTERNAL_URL, SITE_URL], onTold })
  shareReplicas(opened)
  await opened.ready(LIMITS.redis.startMs)
  return async () => {
    shareReplicas(undefined)
    await opened.close()
  }
}
