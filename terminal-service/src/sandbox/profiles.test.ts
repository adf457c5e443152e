import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { TOOLCHAINS } from '@shellfolio/protocol'
import { COMMON_PACKAGES, PROFILES } from './profiles.ts'

const script = readFileSync(new URL('../../toolchain/build-root.sh', import.meta.url), 'utf8')
const listOf = (name: string) =>
  new RegExp(`^${name}="([^"]+)"$`, 'm').exec(script)?.[1]?.split(' ') ?? []

describe('The script that builds the system tree', () => {
  test('installs what every profile needs', () => {
    const installed = listOf('PACKAGES')
    const needed = TOOLCHAINS.filter((name) => !PROFILES[name].isOptional).flatMap(
      (name) => PROFILES[name].packages,
    )
    expect(installed).toEqual(expect.arrayContaining([...COMMON_PACKAGES, ...needed]))
    expect(needed.length).toBeGreaterThan(3)
  })

  test('installs what is optional when it is asked to', () => {
    const optional = TOOLCHAINS.filter((name) => PROFILES[name].isOptional)
    expect(optional.flatMap((name) => PROFILES[name].packages)).toEqual(listOf('NODE_PACKAGES'))
  })
})
