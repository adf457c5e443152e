import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Card } from '../../og/card.ts'
import { setTestEnv } from '../../testing/env.ts'
import { type FakeCms, startFakeCms } from '../../testing/fake-cms.ts'
import { knownOf } from '../../testing/known.ts'
import { createPictureFile } from './picture.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

test('a picture is drawn once for as long as it would look the same, and anew when its page does not', async () => {
  const drawn: string[] = []
  const { make } = createPictureFile(async (card: Card, host) => {
    drawn.push(host)
    return Buffer.from(JSON.stringify(card))
  })
  const known = knownOf({ projects: ['tiny-shell'] })
  const ask = async (siteUrl = 'https://site.example') => {
    const path = '/og/projects/tiny-shell.png'
    const made = await make({ language: 'en', path, groups: [], siteUrl, known })
    return String(made?.body)
  }
  const first = await ask()
  expect(await ask()).toBe(first)
  expect(drawn).toEqual(['site.example'])
  await ask('https://other.example')
  expect(drawn).toEqual(['site.example', 'other.example'])
  const project = cms.content.projects.find(({ slug }) => slug === 'tiny-shell')
  Object.assign(project as object, { title: 'A tinier shell' })
  expect(await ask()).toContain('A tinier shell')
  expect(drawn).toHaveLength(3)
})

test('the page to write to the owner has a picture too, and what was sent has none', async () => {
  const { make, mayBe } = createPictureFile(async (card) => Buffer.from(JSON.stringify(card)))
  const ask = (path: string) => ({
    language: 'en' as const,
    path,
    groups: [],
    siteUrl: 'https://site.example',
    known: knownOf({}),
  })
  expect(mayBe?.(ask('/og/contact.png'))).toBe(true)
  expect(mayBe?.(ask('/og/contact/sent.png'))).toBe(false)
  const made = await make(ask('/og/contact.png'))
  expect(JSON.parse(String(made?.body))).toMatchObject({ title: 'Contact', owner: 'Noor Halden' })
})
