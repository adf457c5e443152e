import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isOpenToAll, makeSandboxFolder } from './folder.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'sandbox-folder-'))
})
afterEach(() => rmSync(state, { recursive: true, force: true }))

describe('The sandboxes’ folder', () => {
  test('lies in the state folder when every user may walk there', () => {
    chmodSync(state, 0o755)
    const folder = makeSandboxFolder(state, true)
    expect(dirname(folder)).toBe(join(state, 'sandbox'))
    expect(statSync(folder).mode & 0o777).toBe(0o755)
    expect(isOpenToAll(folder)).toBe(true)
  })

  test('lies among temporary files when root’s state folder is closed to others', () => {
    chmodSync(state, 0o700)
    const temporary = mkdtempSync(join(tmpdir(), 'sandbox-temporary-'))
    expect(dirname(makeSandboxFolder(state, true, temporary))).toBe(temporary)
    expect(dirname(makeSandboxFolder(state, false, temporary))).toBe(join(state, 'sandbox'))
    rmSync(temporary, { recursive: true })
  })

  test('of a process that is gone is removed, of a living one kept', () => {
    chmodSync(state, 0o755)
    const own = makeSandboxFolder(state, true)
    const noProcess = 2 ** 22 + 1
    mkdirSync(join(state, `sandbox/shellfolio-sandbox-${noProcess}-abc`))
    mkdirSync(join(state, 'sandbox/else'))
    const next = makeSandboxFolder(state, true)
    expect(
      readdirSync(join(state, 'sandbox'))
        .map((name) => join(state, 'sandbox', name))
        .sort(),
    ).toEqual([join(state, 'sandbox/else'), own, next].sort())
  })
})
