import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { filterFile, writeFilters } from './filters.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'filters-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('The filter files', () => {
  test('are four different ones, which nobody may change', () => {
    writeFilters(folder, undefined, 'x64')
    const names = readdirSync(folder).sort()
    expect(names).toEqual(['filter', 'filter-debug', 'filter-loopback', 'filter-loopback-debug'])
    const contents = names.map((name) => readFileSync(join(folder, name), 'hex'))
    expect(new Set(contents).size).toBe(4)
    expect(names.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(
      names.map(() => 0o444),
    )
  })

  test('are the closed one unless something is opened', () => {
    const closed = filterFile(folder)
    expect(closed).toBe(join(folder, 'filter'))
    expect(filterFile(folder, { loopback: false, debug: false })).toBe(closed)
    expect(filterFile(folder, { loopback: true, debug: true })).toMatch(/filter-loopback-debug$/)
  })

  test('do not exist for a processor whose system calls are not known', () => {
    expect(() => writeFilters(folder, undefined, 'ia32')).toThrow(TypeError)
    expect(readdirSync(folder)).toEqual([])
  })
})
