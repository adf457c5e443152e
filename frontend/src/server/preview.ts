// `/preview?token=…&theme=…&around=…&locale=…`: hands a preview on to Next without its query, so that no log of Next's ever holds a token.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SiteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import {
  PREVIEW_AROUND,
  PREVIEW_HEADERS,
  PREVIEW_LANGUAGE,
  PREVIEW_PATH,
  previewLanguage,
  THEME_COOKIE,
} from '../preview.ts'
import { cookieIn, isTheme, type Theme } from '../theme.ts'
import { previewHeaders } from './headers.ts'
import { hideFromNext } from './next-request.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** As the CMS writes them: what it is of, account, end and signature; a global has no id. Of anything else it need not be asked. */
const TOKEN = new RegExp(`^[a-z-]{1,40}(?:\\.${UUID}){1,2}\\.[0-9a-z]{1,11}\\.[\\w-]{43}$`)

/** The theme that was chosen before: the admin loads its frame anew after each save, without one. */
const rememberedTheme = ({ headers }: IncomingMessage): string | undefined =>
  cookieIn(headers.cookie, THEME_COOKIE)

const rememberTheme = (response: ServerResponse, theme: Theme, { SITE_URL }: SiteEnv) => {
  const secure = SITE_URL.startsWith('https:') ? '; Secure' : ''
  response.setHeader(
    'set-cookie',
    `${THEME_COOKIE}=${theme}; Path=${PREVIEW_PATH}; Max-Age=${LIMITS.previewThemeS}; HttpOnly; SameSite=Lax${secure}`,
  )
}

/** Sets what the answer must carry, and leaves on the request what Next may see: token, theme and language for the page. */
export const preparePreview = (
  request: IncomingMessage,
  response: ServerResponse,
  { env, isDev }: { env: SiteEnv; isDev: boolean },
): void => {
  const query = new URLSearchParams(request.url?.split('?').slice(1).join('?'))
  const token = query.get('token') ?? ''
  const asked = query.get('theme')
  const theme = [asked, rememberedTheme(request), query.get(PREVIEW_AROUND)].find(isTheme)
  response.removeHeader('x-frame-options')
  for (const [name, value] of Object.entries(previewHeaders(env, isDev))) {
    response.setHeader(name, value)
  }
  if (isTheme(asked)) rememberTheme(response, asked, env)
  // Whatever a visitor said under these names goes with the rest.
  hideFromNext(request)
  request.headers[PREVIEW_HEADERS.token] = TOKEN.test(token) ? token : ''
  request.headers[PREVIEW_HEADERS.theme] = theme ?? ''
  request.headers[PREVIEW_HEADERS.language] = previewLanguage(query.get(PREVIEW_LANGUAGE))
  request.url = PREVIEW_PATH
}
