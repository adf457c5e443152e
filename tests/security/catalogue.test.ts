// Every hostile attempt of the catalogue is refused in a real sandbox, and would not be in a looser one.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SandboxRun } from '../../terminal-service/src/sandbox/types.ts'
import { CATALOGUE } from './catalogue/index.ts'
import { type LooseSandbox, openLooseSandbox } from './support/loose-sandbox.ts'
import { joined, openPlayground, type Playground, specFor, textOf } from './support/sandboxes.ts'

const MIB = 1024 * 1024
/** Far above what any attempt asks for, so that only the limits under test can be what stops it. */
const LOOSE_LIMITS = {
  diskBytes: 1024 * MIB,
  inodes: 100_000,
  processes: 400,
  memoryBytes: 1024 * MIB,
}

let playground: Playground
let loose: LooseSandbox

beforeAll(async () => {
  playground = await openPlayground()
  loose = openLooseSandbox(`${playground.folder}/loose`)
})
afterAll(async () => {
  loose.close()
  await playground.close()
})

describe('In a sandbox, a visitor is refused', () => {
  test('nothing that is harmless: projects are built and run', async () => {
    const script =
      'printf "int puts(const char *); int main(void) { return puts(\\"hi\\") < 0; }" > a.c && printf "a: a.c\\n\\tgcc -o a a.c\\n" > Makefile && make -s && ./a'
    expect(textOf(await playground.run(joined(script)))).toBe('hi')
  })

  test.each(CATALOGUE)('$title', async ({ script, verdict, flags }) => {
    const run = await playground.run(joined(script), {}, flags)
    expect(textOf(run)).toMatch(verdict)
  })
})

describe('Without the wall that refuses it, a visitor would get', () => {
  test.each(CATALOGUE.filter(({ counter }) => counter === 'filter'))(
    '$title, were it not for the filter',
    async ({ script, verdict, flags }) => {
      const run = await loose.run(specFor(playground.template, joined(script), {}, flags))
      expect(textOf(run)).not.toMatch(verdict)
    },
  )

  test('the 32-bit gate, wherever the processor has one', async () => {
    const script = joined('(./i386); echo rc=$?')
    const codeOf = (run: SandboxRun) => /rc=(\d+)$/.exec(textOf(run))?.[1]
    const without = codeOf(await loose.run(specFor(playground.template, script)))
    const ENTERED = '33'
    const KILLED = '159'
    expect(codeOf(await playground.run(script))).toBe(without === ENTERED ? KILLED : without)
  })

  test.each(CATALOGUE.filter(({ counter }) => counter === 'limits'))(
    '$title, were it not for the limits',
    async ({ script, verdict }) => {
      const run = await playground.run(joined(script), LOOSE_LIMITS)
      expect(textOf(run)).not.toMatch(verdict)
    },
  )

  test('more than thirty of the attempts', () => {
    expect(CATALOGUE.filter(({ counter }) => counter).length).toBeGreaterThan(30)
    expect(CATALOGUE.length).toBeGreaterThan(100)
  })
})
