// `/styleguide`, in development only: every component in its states, in both themes side by side.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { assetUrl } from '../assets.ts'
import { THEMES, type Theme } from '../theme.ts'
import type { Sample } from './sample.ts'
import { SAMPLES } from './samples.tsx'

const STYLEGUIDE_PATH = '/styleguide'
const ISLANDS = [
  'theme.js',
  'search.js',
  'copy.js',
  'lightbox.js',
  'launch.js',
  'replay.js',
  'dev.js',
  'guide.js',
] as const

const idOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

const One = ({ name, states }: Sample) => (
  <section className="guide-sample" id={`guide-${idOf(name)}`}>
    <h2 className="guide-name">{name}</h2>
    {states.map(([state, shown]) => (
      <div key={state} className="guide-state">
        <p className="guide-note">{state}</p>
        {shown}
      </div>
    ))}
  </section>
)

const documentOf = (body: ReactNode, theme?: Theme): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang="en" data-theme={theme} data-theme-asked={theme && true}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next's */}
      <head>
        <title>Style guide</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={assetUrl('player.css')} />
        <link rel="stylesheet" href={assetUrl('site.css')} />
        <link rel="stylesheet" href={`${STYLEGUIDE_PATH}/guide.css`} />
        {theme && ISLANDS.map((name) => <script key={name} type="module" src={assetUrl(name)} />)}
      </head>
      <body>{body}</body>
    </html>,
  )}`

/** A theme is a document of its own, so that what is fixed, or has an id, is there once. */
const inTheme = (theme: Theme) =>
  documentOf(
    <main className="guide">
      {SAMPLES.map((sample) => (
        <One key={sample.name} {...sample} />
      ))}
    </main>,
    theme,
  )

const sideBySide = () =>
  documentOf(
    <div className="guide-both">
      {THEMES.map((theme) => (
        <iframe key={theme} title={theme} src={`${STYLEGUIDE_PATH}/${theme}`} />
      ))}
    </div>,
  )

const CSS = `
.guide { padding-inline: var(--gutter) }
.guide-name { padding-block: 48px 8px; border-block-end: 2px solid var(--ink) }
.guide-note { padding-block: 16px; color: var(--quiet); font-size: var(--small) }
.guide-both { display: flex; block-size: 100vh }
.guide-both iframe { flex: 1; min-inline-size: 0; border: 0 }
`

/** What is at a path of the guide; `undefined` for paths that are none of its. */
export const styleguideAt = (path: string): { type: string; body: string } | undefined => {
  if (path === STYLEGUIDE_PATH) return { type: 'text/html; charset=utf-8', body: sideBySide() }
  if (path === `${STYLEGUIDE_PATH}/guide.css`) return { type: 'text/css', body: CSS }
  const theme = THEMES.find((name) => path === `${STYLEGUIDE_PATH}/${name}`)
  return theme && { type: 'text/html; charset=utf-8', body: inTheme(theme) }
}
