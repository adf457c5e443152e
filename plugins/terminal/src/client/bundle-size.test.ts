// The budgets of the browser's half, measured on what esbuild makes of it.
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'

const KB = 1000
const WEBGL = '@xterm/addon-webgl'

type Script = {
  /** After gzip. */
  bytes: number
  isEntry: boolean
  hasWebgl: boolean
  /** Paths of the scripts that come with it, without being asked for. */
  brings: string[]
}

let scripts: Map<string, Script>

beforeAll(async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL('./index.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: '/out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const sizes = outputFiles.map(({ path, contents }) => ({
    path,
    bytes: gzipSync(contents, { level: 9 }).byteLength,
  }))
  scripts = new Map(
    Object.entries(metafile.outputs).map(([path, { inputs, imports }]) => [
      path,
      {
        bytes: sizes.find((file) => path.endsWith(file.path))?.bytes ?? Number.NaN,
        isEntry: path.endsWith('/index.js'),
        hasWebgl: Object.keys(inputs).some((input) => input.includes(WEBGL)),
        brings: imports.filter(({ kind }) => kind === 'import-statement').map((item) => item.path),
      },
    ]),
  )
})

const total = (which: Script[]) => which.reduce((sum, { bytes }) => sum + bytes, 0)
const all = () => [...scripts.values()]
/** A script and everything that it brings. */
const withImports = (script: Script): Script[] => [
  script,
  ...script.brings.flatMap((path) => withImports(scripts.get(path) as Script)),
]

describe('the terminal bundle', () => {
  test('costs a page at most 5 KB after gzip until a visitor launches', () => {
    const [entry] = all().filter(({ isEntry }) => isEntry)
    const loaded = new Set(withImports(entry as Script))
    expect(total([...loaded])).toBeGreaterThan(KB)
    expect(total([...loaded])).toBeLessThanOrEqual(5 * KB)
  })

  test('costs every launch at most 110 KB after gzip, xterm included', () => {
    const launch = all().filter(({ hasWebgl }) => !hasWebgl)
    expect(launch.length).toBeGreaterThan(1)
    expect(total(launch)).toBeGreaterThan(80 * KB)
    expect(total(launch)).toBeLessThanOrEqual(110 * KB)
  })

  // Not part of a launch: only a visitor whose program has printed 256 KiB, whose browser draws WebGL in hardware and who
  // does not save data fetches it, once, while the terminal is in use.
  test('costs the few who draw by WebGL at most 37 KB more, in a script of its own that nothing brings along', () => {
    const webgl = all().filter(({ hasWebgl }) => hasWebgl)
    expect(webgl).toHaveLength(1)
    expect(total(webgl)).toBeLessThanOrEqual(37 * KB)
    expect(all().flatMap((script) => withImports(script).slice(1))).not.toContain(webgl[0])
  })
})
