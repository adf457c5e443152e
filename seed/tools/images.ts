// Makes the sample images anew from the projects themselves: npx tsx seed/tools/images.ts (needs gcc, make, chromium).
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { ansiToHtml } from './ansi.ts'
import { tideChart } from './tide-chart.ts'

const SEED = resolve(import.meta.dirname, '..')
const IMAGES = join(SEED, 'images')
const WIDTH = 1600
const HEIGHT = 1000
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024

const work = mkdtempSync(join(tmpdir(), 'seed-images-'))
mkdirSync(IMAGES, { recursive: true })

const build = (key: string): string => {
  const folder = join(work, key)
  cpSync(join(SEED, 'projects', key), folder, { recursive: true })
  execFileSync('make', { cwd: folder, stdio: 'ignore' })
  return folder
}

/** Standard output of a shell command, whatever its exit code. */
const run = (folder: string, command: string): Buffer =>
  execFileSync('bash', ['-c', `${command}; exit 0`], {
    cwd: folder,
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** Some programs print colours to a terminal only. */
const onTerminal = (command: string): string => `script -qec '${command}' /dev/null`

const webp = (image: Sharp, name: string) => image.webp({ quality: 82 }).toFile(join(IMAGES, name))

const rendering = async (folder: string, scene: string, seconds: number, name: string) => {
  const bytes = run(folder, `./halfblock ${scene} --ppm ${WIDTH}x${HEIGHT} --at ${seconds}`)
  const start = bytes.indexOf('255\n') + 4
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const
  await webp(sharp(bytes.subarray(start), { raw }), name)
}

const fontFile = createRequire(join(SEED, '../frontend/package.json')).resolve(
  '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
)
const FONT = readFileSync(fontFile).toString('base64')

const PROMPT = '\u001b[32mvisitor\u001b[0m:\u001b[34m~\u001b[0m$ '

const terminalHtml = (text: string, fontPx: number): string => `<!doctype html><style>
@font-face { font-family: Mono; src: url(data:font/woff2;base64,${FONT}); font-weight: 100 800 }
body { margin: 0; width: ${WIDTH}px; height: ${HEIGHT}px; overflow: hidden; background: #14171c; color: #d7dbe0;
  display: grid; align-items: center }
pre { margin: 0; padding: 72px 80px; font: ${fontPx}px/1.42 Mono, 'DejaVu Sans Mono', monospace;
  font-variant-ligatures: none }
</style><pre>${ansiToHtml(text)}</pre>`

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
  const screenshot = async (text: string, name: string, fontPx = 26) => {
    await page.setContent(terminalHtml(text, fontPx), { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    await webp(sharp(await page.screenshot()), name)
  }

  const philosophers = build('philosophers')
  const dinner = run(philosophers, onTerminal('./dinner 5 800 200 200 3')).toString()
  await screenshot(
    `${PROMPT}./dinner 5 800 200 200 3\n…\n${dinner.split('\n').slice(-22).join('\n')}`,
    'philosophers.webp',
    25,
  )
  const naive = run(philosophers, onTerminal('./dinner --naive 5 800 200 200')).toString()
  await screenshot(
    `${PROMPT}./dinner --naive 5 800 200 200\n${naive}`,
    'philosophers-deadlock.webp',
    25,
  )

  const stackSort = build('stack-sort')
  const frames = run(stackSort, './stack-sort --show $(./numbers 24 3)')
    .toString()
    .split('\u001b[H')
  const middle = frames[Math.floor(frames.length * 0.42)] ?? ''
  await screenshot(
    `${PROMPT}./stack-sort --show $(./numbers 24 3)\n${middle}`,
    'stack-sort.webp',
    23,
  )

  const tinyShell = build('tiny-shell')
  const ok = '\u001b[32mtiny\u001b[0m> '
  const failed = '\u001b[31mtiny\u001b[0m> '
  const tiny = (line: string) =>
    run(tinyShell, `./tiny-shell -c '${line.replaceAll("'", `'\\''`)}' 2>&1`).toString()
  const session = [
    ['export WHO=world; echo "hello, $WHO" | tr a-z A-Z', ok],
    ['ls src | grep -c "[.]c$"', ok],
    ['cat nothing || echo "that failed with $?"', ok],
    ['printf "b\\na\\nc\\n" | sort | head -n 2 > f; cat < f', ok],
    ['sleepy', ok],
  ] as const
  const lines = session.map(([line, prompt]) => `${prompt}${line}\n${tiny(line)}`)
  await screenshot(`${PROMPT}./tiny-shell\n${lines.join('')}${failed}`, 'tiny-shell.webp', 30)

  await page.setContent(
    `<!doctype html><style>body{margin:0;background:#14171c}</style>${tideChart(WIDTH, HEIGHT)}`,
  )
  await webp(sharp(await page.screenshot()), 'tide-tables.webp')

  const halfblock = build('halfblock-renderer')
  await rendering(halfblock, 'rings', 2.2, 'halfblock-rings.webp')
  await rendering(halfblock, 'drops', 3.6, 'halfblock-drops.webp')
  await rendering(halfblock, 'sponge', 1.1, 'halfblock-sponge.webp')
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}
