// Demos as they are saved: a guided one needs rules that work and that allow what it suggests.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Demo } from '../../cms/src/payload-types.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'

let cms: TestCms
let archive: string
let editor: Account

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  const made = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('demo.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  archive = made.id
})
afterAll(() => cms?.stop())

const RULES = [
  { program: './dinner', argument: '--naive|[0-9]+' },
  { program: 'make', argument: 'test' },
]
const command = (line: string) => ({ label: 'Try', command: line })

const asEditor = () => ({ overrideAccess: false as const, user: editor })
const create = (more: Partial<Demo>) =>
  cms.payload.create({
    collection: 'demos',
    data: { title: 'Demo', archive, toolchain: 'c', mode: 'guided', rules: RULES, ...more },
    ...asEditor(),
  })
/** What an editor is told of a save that is refused: fields and messages. */
const refusals = async (save: Promise<unknown>): Promise<[string, string][]> => {
  const error = await save.then(
    () => undefined,
    (reason: { data?: { errors?: { path: string; message: string }[] } }) => reason,
  )
  return (error?.data?.errors ?? []).map(({ path, message }) => [path, message])
}

describe('a guided demo', () => {
  test('is saved with rules, flags and what they allow', async () => {
    const commands = [command('./dinner --naive 5'), command('make test'), command('make')]
    const { id } = await create({ commands, flags: { loopback: true } })
    const doc = await cms.payload.findByID({ collection: 'demos', id, ...asEditor() })
    expect(doc).toMatchObject({
      mode: 'guided',
      rules: RULES,
      flags: { loopback: true, debug: false },
    })
  })

  test('needs at least one rule', async () => {
    expect(await refusals(create({ rules: [] }))).toEqual([
      ['rules', expect.stringContaining('needs a rule')],
    ])
  })

  test('is refused with a rule without a program', async () => {
    const rules = [{ program: '', argument: 'a' }]
    expect((await refusals(create({ rules })))[0]?.[0]).toBe('rules.0.program')
  })
})

describe('a shell', () => {
  test('may suggest anything and needs no rule', async () => {
    const commands = [command('./dinner 5 | wc -l; echo $?')]
    await expect(create({ mode: 'shell', rules: [], commands })).resolves.toMatchObject({
      commands,
    })
  })

  test('is what a demo is when nothing else is said', async () => {
    const { mode: _, ...data } = { mode: '', title: 'Plain', archive, toolchain: 'c' as const }
    const made = await cms.payload.create({
      collection: 'demos',
      data: data as never,
      ...asEditor(),
    })
    expect(made).toMatchObject({ mode: 'shell', flags: { loopback: false, debug: false } })
  })
})

test('a demo with more text than a session carries is refused', async () => {
  const commands = Array.from({ length: 40 }, () => ({
    label: 'Try',
    command: `echo ${'x'.repeat(490)}`,
  }))
  await expect(create({ mode: 'shell', commands })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('Shorten its commands'),
  })
})
