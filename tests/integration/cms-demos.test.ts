// Demos as they are saved: a guided one needs rules that work and that allow what it suggests.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ROLES, type Role } from '../../cms/src/access/roles.ts'
import { MAX_TEST_BYTES } from '../../cms/src/limits.ts'
import type { Demo } from '../../cms/src/payload-types.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'

let cms: TestCms
let archive: string
let editor: Account
const tokens = {} as Record<Role, string>

beforeAll(async () => {
  cms = await startTestCms()
  for (const role of ROLES) {
    const account = await cms.account(role)
    if (role === 'editor') editor = account
    const { body } = await cms.rest('/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: account.email, password: PASSWORD }),
    })
    tokens[role] = (body as { token: string }).token
  }
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
const update = (id: string, data: Partial<Demo>) =>
  cms.payload.update({ collection: 'demos', id, data, ...asEditor() })

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

  test('is refused with a rule that is no pattern, named by its place', async () => {
    const rules = [...RULES, { program: 'ls', argument: '(unclosed' }]
    expect(await refusals(create({ rules }))).toEqual([
      ['rules.2.argument', expect.stringMatching(/^The rule for “ls” cannot be used: .+/)],
    ])
  })

  test('is refused with a rule that can explode', async () => {
    const rules = [{ program: './dinner', argument: '(a+)+$' }]
    expect((await refusals(create({ rules })))[0]?.[0]).toBe('rules.0.argument')
  })

  test('is refused with a rule without a program', async () => {
    const rules = [{ program: '', argument: 'a' }]
    expect((await refusals(create({ rules })))[0]?.[0]).toBe('rules.0.program')
  })

  test.each([
    ['a program without a rule', 'ls'],
    ['an argument that no rule allows', './dinner five'],
    ['an argument of which only a part matches', './dinner 5x'],
    ['a pipe', './dinner 5 | wc'],
    ['a line that ends inside quotes', './dinner "5'],
  ])('is refused when it suggests %s, with the line and the reason', async (_, line) => {
    const commands = [command('./dinner 5'), command(line)]
    const [[path, message] = [], ...more] = await refusals(create({ commands }))
    expect(more).toEqual([])
    expect(path).toBe('commands.1.command')
    expect(message).toContain(`refuse “${line}”: `)
    expect(message?.split('”: ')[1]?.length).toBeGreaterThan(5)
  })

  test('cannot be made of a shell whose suggestions its rules refuse', async () => {
    const commands = [command('./dinner 5 | wc -l')]
    const { id } = await create({ mode: 'shell', commands })
    const [[path] = []] = await refusals(update(id, { mode: 'guided' }))
    expect(path).toBe('commands.0.command')
    const doc = await cms.payload.findByID({ collection: 'demos', id, ...asEditor() })
    expect(doc.mode).toBe('shell')
  })

  test('cannot lose the rule of a command that it suggests', async () => {
    const { id } = await create({ commands: [command('make test')] })
    const [[path] = []] = await refusals(update(id, { rules: RULES.slice(0, 1) }))
    expect(path).toBe('commands.0.command')
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

describe('the test bench of rules', () => {
  const ask = (body: unknown, role?: Role) =>
    cms.rest('/demos/test-rules', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(role ? { authorization: `JWT ${tokens[role]}` } : {}),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const question = { rules: RULES, lines: ['./dinner 5', './dinner five'] }

  test.each(ROLES)('answers an account of the role %s', async (role) => {
    const { status, body } = await ask(question, role)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { rules: [{ ok: true }, { ok: true }], lines: [{ ok: true }, { ok: false }] },
    })
  })

  test('says which rule is none, and judges no line by it', async () => {
    const rules = [...RULES, { program: 'ls', argument: '(unclosed' }]
    const { status, body } = await ask({ ...question, rules }, 'editor')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { rules: [{ ok: true }, { ok: true }, { ok: false }] },
    })
  })

  test('answers no stranger', async () => {
    expect(await ask(question)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(await ask('nonsense')).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  test.each([
    ['that is no JSON', 'nonsense'],
    ['with something more in it', { ...question, more: 1 }],
    ['with a rule too many', { rules: Array.from({ length: 41 }, () => RULES[0]), lines: [] }],
    ['with a line that is too long', { rules: RULES, lines: ['x'.repeat(501)] }],
    ['with a pattern that is no text', { rules: [{ program: 'ls', argument: 1 }], lines: [] }],
  ])('refuses a question %s', async (_, body) => {
    expect(await ask(body, 'editor')).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  })

  test('reads no more than its bound', async () => {
    const { status, body } = await ask('x'.repeat(MAX_TEST_BYTES + 1), 'editor')
    expect({ status, body }).toMatchObject({ status: 413, body: { code: 'body-too-large' } })
  })
})
