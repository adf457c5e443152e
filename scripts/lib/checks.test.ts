import { tmpdir } from 'node:os'
import { expect, test } from '@jest/globals'
import { requireSpace } from './disk.mjs'
import { requireNode } from './node-version.mjs'
import { installCommand, missingPackages } from './system-packages.mjs'

test('a full disk is reported with what is needed and what is free', () => {
  expect(() => requireSpace(tmpdir(), 2 ** 60, 'Shellfolio')).toThrow(
    /The disk is nearly full: Shellfolio needs .* GiB/,
  )
  expect(() => requireSpace(tmpdir(), 1, 'Shellfolio')).not.toThrow()
})

test('an old Node.js is refused, the oldest supported one is not', () => {
  expect(() => requireNode('18.20.0')).toThrow('Node.js 18.20.0 is too old')
  expect(() => requireNode('20.18.9')).toThrow('too old')
  expect(() => requireNode('20.19.0')).not.toThrow()
  expect(() => requireNode('22.0.0')).not.toThrow()
})

test('packages are asked for only when their program or file is absent', () => {
  const wanted = [
    { probe: 'sh', package: 'dash' },
    { probe: '/etc', package: 'base-files' },
    { probe: 'no-such-program', package: 'left-out' },
    { probe: '/no/such/file', package: 'left-behind' },
  ]
  expect(missingPackages(wanted)).toEqual(['left-out', 'left-behind'])
  expect(installCommand(['bubblewrap'])).toBe(
    'apt-get update && apt-get install -y --no-install-recommends bubblewrap',
  )
})
