// The budgets of the browser's half, measured on what esbuild makes of it.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'

const KB = 1000

/** Sizes after gzip of each emitted script, the entry's first. */
const bundle = async (splitting: boolean): Promise<number[]> => {
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL('./index.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    splitting,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: '/out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  expect(Object.keys(metafile.inputs).length).toBeGreaterThan(10)
  const isEntry = (path: string) => path.endsWith('/index.js')
  return outputFiles
    .sort((a, b) => Number(isEntry(b.path)) - Number(isEntry(a.path)))
    .map(({ contents }) => gzipSync(contents, { level: 9 }).byteLength)
}

describe('the terminal bundle', () => {
  test('is at most 110 KB after gzip, xterm included', async () => {
    const [whole = 0] = await bundle(false)
    expect(whole).toBeGreaterThan(50 * KB)
    expect(whole).toBeLessThanOrEqual(110 * KB)
  })

  test('costs a page at most 5 KB after gzip until a visitor launches', async () => {
    const [entry = 0, ...lazy] = await bundle(true)
    const total = lazy.reduce((sum, size) => sum + size, entry)
    expect(lazy.length).toBeGreaterThan(0)
    expect(entry).toBeLessThanOrEqual(5 * KB)
    expect(total).toBeLessThanOrEqual(110 * KB)
  })
})
