// Every template of the site, at an address that the sample portfolio has, and how tests open it.
import { content } from '@shellfolio/seed'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { previewTokens } from '../../cms/src/preview/token.ts'
import { errorsOf, eventually, runningStack } from './e2e.ts'

export const WIDTHS = [360, 768, 1440] as const
/** A window of 1280 px at a zoom of 400 % (WCAG 1.4.10). */
export const ZOOMED_WIDTH = 320
export const HEIGHT = 900
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export type Template = {
  name: string
  path: string
  status: number
  /** Whether it looks the same whenever it is opened. */
  isSteady: boolean
  /** Sent as the form at `path`, which refuses it. */
  form?: Record<string, string>
}

/** Longer ago than any preview lives, in milliseconds. */
const LONG_AGO_MS = 24 * 60 * 60 * 1000
const NOBODY = '00000000-0000-4000-8000-000000000000'

const expiredPreview = (): string => {
  const { PAYLOAD_SECRET = '' } = runningStack().cmsEnv
  const asked = { collection: 'projects', id: NOBODY, user: NOBODY }
  return previewTokens(PAYLOAD_SECRET, () => Date.now() - LONG_AGO_MS).issue(asked).token
}

const page = (name: string, path: string, status = 200): Template => ({
  name,
  path,
  status,
  isSteady: true,
})

/** In the second language a template has other words; how it looks is compared once more for one of them. */
const french = (name: string, path: string, more: Partial<Template> = {}): Template => ({
  ...page(`fr-${name}`, `/fr${path}`),
  isSteady: false,
  ...more,
})

export const TEMPLATES: readonly Template[] = [
  page('home', '/'),
  page('projects', '/projects'),
  page('technology', '/projects/technology/c'),
  page('kind', '/projects/kind/school'),
  page('project', '/projects/stack-sort'),
  page('project-gallery', '/projects/halfblock-renderer'),
  page('project-bare', '/projects/untitled-sketch'),
  page('source', '/projects/stack-sort/source'),
  page('source-file', '/projects/stack-sort/source/src/stack.h'),
  // Other tests record its demo, and what was recorded is shown here.
  { ...page('project-recorded', '/projects/philosophers'), isSteady: false },
  page('experiences', '/experiences'),
  page('experience', '/experiences/sund-harbour-office'),
  page('laid-out', '/how-it-runs'),
  page('resume', '/resume'),
  page('contact', '/contact'),
  { ...page('contact-refused', '/contact', 422), form: { name: 'A' } },
  page('contact-sent', '/contact/sent'),
  page('search', '/search'),
  page('search-found', '/search?q=philosophers'),
  page('search-nothing', '/search?q=zzzzzz'),
  // What works, and since when, is never the same.
  { ...page('status', '/status'), isSteady: false },
  page('demo', '/demo/stack-sort'),
  page('missing', '/nothing-here', 404),
  page('preview-unknown', '/preview?token=nonsense', 403),
  page('preview-expired', `/preview?token=${expiredPreview()}`, 410),
  french('home', '', { isSteady: true }),
  french('project', '/projects/stack-sort'),
  french('source', '/projects/stack-sort/source'),
  french('laid-out', '/how-it-runs'),
  french('contact-refused', '/contact', { status: 422, form: { name: 'A' } }),
  french('missing', '/nothing-here', { status: 404 }),
]

/** The templates, and every other project and position of the sample portfolio. */
export const PAGES: readonly Template[] = [
  ...TEMPLATES,
  ...[
    ...content.projects.map(({ slug }) => `/projects/${slug}`),
    ...content.experiences.map(({ slug }) => `/experiences/${slug}`),
  ]
    .filter((path) => !TEMPLATES.some((template) => template.path === path))
    .map((path) => page(path, path)),
]

/** The document as it is sent, without a browser. */
export const answerOf = ({ path, form }: Template): Promise<Response> => {
  const { siteUrl } = runningStack()
  return fetch(siteUrl + path, {
    redirect: 'manual',
    ...(form && { method: 'POST', body: new URLSearchParams(form), headers: { origin: siteUrl } }),
  })
}

type Opened = {
  page: Page
  /** What the console and the policy complained of, the status of the page itself left aside. */
  complaints: () => Promise<string[]>
}

type Watched = Window & { refused?: string[] }

const watchPolicy = (page: Page) =>
  page.addInitScript(() => {
    const watched = window as Watched
    watched.refused = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      watched.refused?.push(`${violatedDirective} refused ${blockedURI}`)
    })
  })

const isOwnStatus = (error: string, { status }: Template): boolean =>
  status >= 400 && error.includes(`responded with a status of ${status} `)

/** A drawing in Chromium, under load. */
const DRAWN_WITHIN_MS = 60_000

/** Diagrams of the sample portfolio come as text and are drawn by a job; a page looks different until then. */
export const allDiagramsDrawn = async (): Promise<void> => {
  const { siteUrl } = runningStack()
  for (const { slug, diagrams = [] } of content.projects) {
    if (!diagrams.some(({ kind }) => kind === 'mermaid')) continue
    const path = `/projects/${slug}`
    await eventually(
      `the diagrams of ${path} are drawn`,
      async () => (await (await fetch(siteUrl + path)).text()).includes(`/diagrams${path}/`),
      DRAWN_WITHIN_MS,
    )
  }
}

/** Leads a page to the template. */
export const goTo = async (page: Page, { path, form }: Template): Promise<void> => {
  await page.goto(runningStack().siteUrl + path)
  if (!form) return
  const drawn = page.waitForEvent('load')
  await page.evaluate(() => document.querySelector<HTMLFormElement>('main form')?.submit())
  await drawn
}

/** A page of its own, on which the template is open. The policy holds in it. */
export const openTemplate = async (
  browser: Browser,
  template: Template,
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: HEIGHT },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const errors = errorsOf(page)
  await watchPolicy(page)
  await goTo(page, template)
  const refused = () => page.evaluate(() => (window as Watched).refused ?? [])
  const complaints = async () => [
    ...errors.filter((error) => !isOwnStatus(error, template)),
    ...(await refused()),
  ]
  return { page, complaints }
}

/** How far the page is wider than the window, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
