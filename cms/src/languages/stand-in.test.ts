import { expect, test } from '@jest/globals'
import type { Field, PayloadRequest } from 'payload'
import { withStandIn } from './stand-in.ts'

type Checked = {
  validate: (value: unknown, asked: object) => Promise<true | string>
  hooks: { beforeChange: ((asked: object) => unknown)[] }
}

const wrapped = (more: object = {}) =>
  withStandIn({
    name: 'title',
    type: 'text',
    localized: true,
    required: true,
    maxLength: 5,
    ...more,
  } as never) as Field & Checked

const requestIn = (locale: string) =>
  ({ locale, payload: { config: {} }, t: (key: string) => key }) as unknown as PayloadRequest

/** As Payload saves a field: its hooks, then its check. */
const save = async (
  field: Field & Checked,
  { locale, value, english }: { locale: string; value: unknown; english?: unknown },
) => {
  const req = requestIn(locale)
  const path = ['rows', 0, 'title']
  const shared = { operation: 'update', path, req }
  const stored = { title: { en: english, fr: 'vieux' } }
  let kept = value
  for (const hook of field.hooks.beforeChange) {
    kept = hook({ ...shared, originalDoc: { id: 'a' }, siblingDocWithLocales: stored, value: kept })
  }
  const asked = { ...field, ...shared, id: 'a', event: 'submit' }
  return { kept, verdict: await field.validate(kept, asked) }
}

test('the default language is checked as any field is', async () => {
  const field = wrapped()
  expect((await save(field, { locale: 'en', value: 'ok' })).verdict).toBe(true)
  expect((await save(field, { locale: 'en', value: '' })).verdict).toBe('validation:required')
  const { verdict } = await save(field, { locale: 'en', value: 'too long' })
  expect(verdict).toBe('validation:shorterThanMax')
  const strict = wrapped({ validate: () => 'Not like this.' })
  expect((await save(strict, { locale: 'en', value: 'ok' })).verdict).toBe('Not like this.')
})

test('a translation may leave out what the default language says', async () => {
  const field = wrapped()
  const saved = { locale: 'fr', english: 'ok' }
  expect((await save(field, { ...saved, value: '' })).verdict).toBe(true)
  expect((await save(field, { ...saved, value: undefined })).verdict).toBe(true)
})

test('what nobody has written is asked for in the default language', async () => {
  const field = wrapped()
  const missing = 'English: validation:required'
  expect((await save(field, { locale: 'fr', value: '' })).verdict).toBe(missing)
  expect((await save(field, { locale: 'fr', value: 'mot' })).verdict).toBe(missing)
})

test('what is written in a translation is held to the same bounds', async () => {
  const { verdict } = await save(wrapped(), { locale: 'fr', value: 'trop long', english: 'ok' })
  expect(verdict).toBe('validation:shorterThanMax')
})

test('a check of its own sees the text that stands in', async () => {
  const seen: unknown[] = []
  const validate = (value: unknown) => {
    seen.push(value)
    return true
  }
  await save(wrapped({ validate }), { locale: 'fr', value: '', english: 'ok' })
  expect(seen).toEqual(['ok'])
})

test('the form, which knows one language only, is not in the way', async () => {
  const field = wrapped()
  const asked = { ...field, path: ['title'], req: requestIn('fr'), event: 'onChange' }
  expect(await field.validate('', asked)).toBe(true)
  expect(await field.validate('trop long', asked)).toBe('validation:shorterThanMax')
})

test('an editor that was emptied leaves nothing behind in a translation', async () => {
  const text = { root: { type: 'root', children: [{ type: 'paragraph', children: [] }] } }
  const field = wrapped({ type: 'richText', validate: () => true })
  expect((await save(field, { locale: 'fr', value: text })).kept).toBeNull()
  expect((await save(field, { locale: 'en', value: text })).kept).toBe(text)
})
