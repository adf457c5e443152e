import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { packProject } from './archive.ts'
import { content } from './content/index.ts'

const demos = content.demos.map(({ key }) => ({ key }))

describe.each(demos)('the archive of $key', ({ key }) => {
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
