import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { packProject } from './archive.ts'
import { content } from './content/index.ts'

const demos = content.demos.map(({ key, build }) => ({ key, build }))
const BUILD_TIMEOUT_MS = 120_000

let work: string
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'seed-'))
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe.each(demos)('the archive of $key', ({ key, build }) => {
  test('has the same bytes every time', async () => {
    expect((await packProject(key)).equals(await packProject(key))).toBe(true)
  })

  test('holds sources and no build products', async () => {
    const names = gunzipSync(await packProject(key)).toString('latin1')
    expect(names).toContain(`${key}/Makefile`)
    expect(names).toContain(`${key}/README.md`)
    expect(names).not.toMatch(/\.o\0/)
    expect(names).not.toContain('\x7fELF')
  })

  test(
    'builds with its own command, and its own tests pass',
    async () => {
      writeFileSync(join(work, `${key}.tar.gz`), await packProject(key))
      execFileSync('tar', ['-xzf', `${key}.tar.gz`], { cwd: work })
      const folder = join(work, key)
      execFileSync('sh', ['-c', build], { cwd: folder, stdio: 'pipe' })
      expect(() => execFileSync('make', ['test'], { cwd: folder, stdio: 'pipe' })).not.toThrow()
    },
    BUILD_TIMEOUT_MS,
  )
})

test('a key that is no folder of ours is refused', async () => {
  await expect(packProject('../../etc')).rejects.toThrow(RangeError)
})

test('every README names the command that builds the project', () => {
  for (const { key } of demos) {
    const text = readFileSync(join(import.meta.dirname, '../projects', key, 'README.md'), 'utf8')
    expect(text).toMatch(/^ {4}make$/m)
  }
})
