// How the templates look: pictures of them, kept as baselines, and how much a new one may differ from its baseline.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { HEIGHT, type Theme } from './site-pages.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const BASELINES = join(ROOT, 'tests/baselines')
const OUT = join(ROOT, 'tests/.out/looks')

/**
 * What still counts as the same look.
 * `threshold`: how far the colour of a pixel may be off, 0 to 1; the few colours of a baseline need some of it.
 * `share`: which part of all pixels may be further off. One moved line of text is far more than that.
 */
export const ALLOWED = { threshold: 0.2, share: 0.001 } as const
/** Where a page is cut, in pixels: what is further down is looked at once for each width, in one of the themes. */
const CUT = 2400
const WHOLE_IN: Record<number, Theme> = { 360: 'light', 768: 'dark', 1440: 'light' }
/** What chromium can paint at once, in pixels. */
const MAX_HEIGHT = 16_000
/** Enough for two colours with their shades between; pictures become coarse, and stay comparable. */
const COLOURS = 32
/** Moments are hidden, and keep their place. A style sheet of ours would be against the page's policy. */
const UNSTEADY = 'main time'
/** There once a demo was tried, which other tests do and the night does: it takes no place. */
const PASSING = '.terminal-checked'
/** The longest that pictures of a page may take to load, in milliseconds. */
const LOAD_MS = 15_000

/** `canBeWhole`: whether what is further down is looked at as well. */
export type Look = {
  name: string
  width: number
  theme: Theme
  media?: 'print'
  canBeWhole?: boolean
}

export const fileOf = ({ name, width, theme }: Look): string => `${name}-${width}-${theme}.webp`

/** Runs in the page. A window of another width asks for other files, two frames later at the latest. */
const isDrawn = async (): Promise<boolean> => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const near = [...document.images].filter(
    (image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight,
  )
  for (const image of near) image.loading = 'eager'
  if (!near.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)) return false
  await Promise.all(near.map((image) => image.decode()))
  await document.fonts.ready
  return true
}

const SHOT = { animations: 'disabled', caret: 'hide', scale: 'css' } as const

const heightOf = (full: number, { width, theme, canBeWhole = true }: Look): number => {
  const isWhole = canBeWhole && (WHOLE_IN[width] ?? theme) === theme
  if (isWhole && full > MAX_HEIGHT) throw new Error(`The page is ${full} px long at ${width} px.`)
  return Math.max(HEIGHT, isWhole ? full : Math.min(full, CUT))
}

/**
 * A PNG of the page at its full height, or cut where the other theme shows the rest, with everything on it loaded: the first shot that `isWanted`, or
 * that is the same as the one before, for a picture that is there may still have to be painted.
 */
export const shotOf = async (
  page: Page,
  look: Look,
  isWanted: (shot: Buffer) => Promise<boolean> = async () => false,
): Promise<Buffer> => {
  const { width, theme, media = 'screen' } = look
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce', media })
  await page.setViewportSize({ width, height: HEIGHT })
  const full = await page.evaluate(
    ({ passing, unsteady }) => {
      for (const element of document.querySelectorAll(passing)) element.remove()
      for (const element of document.querySelectorAll<HTMLElement>(unsteady)) {
        element.style.visibility = 'hidden'
      }
      return document.documentElement.scrollHeight
    },
    { passing: PASSING, unsteady: UNSTEADY },
  )
  await page.setViewportSize({ width, height: heightOf(full, look) })
  const deadline = performance.now() + LOAD_MS
  let last: Buffer | undefined
  while (performance.now() < deadline) {
    await page.waitForFunction(isDrawn, undefined, { timeout: LOAD_MS })
    const shot = await page.screenshot(SHOT)
    if (last?.equals(shot) || (await isWanted(shot))) return shot
    last = shot
  }
  throw new Error(`The page at ${width} px does not come to rest within ${LOAD_MS} ms.`)
}

export const keep = async (file: string, shot: Buffer): Promise<void> => {
  const few = await sharp(shot).png({ palette: true, colours: COLOURS, dither: 0 }).toBuffer()
  mkdirSync(BASELINES, { recursive: true })
  writeFileSync(
    join(BASELINES, file),
    await sharp(few).webp({ lossless: true, effort: 6 }).toBuffer(),
  )
}

const pixelsOf = async (picture: Buffer) => {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const writeOut = (file: string, picture: Buffer): string => {
  const path = join(OUT, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, picture)
  return path
}

/** Tells what is different, and keeps pictures of it. */
type Difference = () => Promise<string>

const differenceFrom = async (file: string, shot: Buffer): Promise<Difference | null> => {
  const path = join(BASELINES, file)
  if (!existsSync(path)) return async () => `${file}: npm run baselines makes this baseline`
  const [was, is] = await Promise.all([pixelsOf(readFileSync(path)), pixelsOf(shot)])
  const { width, height } = is
  if (was.width !== width || was.height !== height) {
    return async () => {
      const now = writeOut(file.replace('.webp', '-now.png'), shot)
      return `${file}: ${width}×${height} instead of ${was.width}×${was.height} (${now})`
    }
  }
  const { threshold, share } = ALLOWED
  const compare = (picture?: Buffer) =>
    pixelmatch(was.data, is.data, picture, width, height, { threshold })
  const count = compare()
  if (count <= share * width * height) return null
  return async () => {
    const picture = Buffer.alloc(width * height * 4)
    compare(picture)
    const raw = { width, height, channels: 4 } as const
    const difference = await sharp(picture, { raw }).png().toBuffer()
    writeOut(file.replace('.webp', '-now.png'), shot)
    const where = writeOut(file.replace('.webp', '-difference.png'), difference)
    const percent = ((100 * count) / (width * height)).toFixed(2)
    return `${file}: ${percent} % of the pixels differ (${where})`
  }
}

/** Null when the page looks like its baseline; otherwise what is different, with pictures of it in `tests/.out/looks`. */
export const differenceOn = async (page: Page, look: Look): Promise<string | null> => {
  const last: { difference: Difference | null } = { difference: null }
  await shotOf(page, look, async (shot) => {
    last.difference = await differenceFrom(fileOf(look), shot)
    return last.difference === null
  })
  return last.difference === null ? null : last.difference()
}
