// The site's own handler before a fake CMS, visited from one address.
import { forgetAll } from '../cms/memories.ts'
import { siteEnv } from '../env.ts'
import { createSiteHandler } from '../server/handler.ts'
import { type SiteServer, startSiteServer } from './site-server.ts'

export type WholeSite = SiteServer & {
  get: (path: string, init?: RequestInit) => Promise<{ response: Response; body: string }>
  /** While the site has pages in both languages. */
  inBoth: <Value>(ask: () => Promise<Value>) => Promise<Value>
}

/** `onPage` hears the paths of the pages that were shown. */
export const startWholeSite = async (onPage?: (path: string) => void): Promise<WholeSite> => {
  const site = await startSiteServer(() => {
    const handle = createSiteHandler({
      env: siteEnv(),
      isDev: false,
      onPage: (_request, _response, path) => onPage?.(path),
      waitOf: async () => 0,
    })
    return (request, response) => {
      request.headers['x-forwarded-for'] = '203.0.113.7'
      return handle(request, response)
    }
  })
  const speak = (languages: string[]) => {
    Object.assign(site.cms.content.site, { languages })
    forgetAll()
  }
  return {
    ...site,
    get: async (path, init) => {
      const response = await fetch(`${site.base}${path}`, init)
      return { response, body: await response.text() }
    },
    inBoth: async (ask) => {
      speak(['en', 'fr'])
      try {
        return await ask()
      } finally {
        speak(['en'])
      }
    },
  }
}
