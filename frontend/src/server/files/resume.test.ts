import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { setTestEnv } from '../../testing/env.ts'
import { type FakeCms, startFakeCms } from '../../testing/fake-cms.ts'
import { knownOf } from '../../testing/known.ts'
import type { MadeFile } from './file.ts'
import { fileAt } from './files.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

const make = async (path: string): Promise<MadeFile> => {
  const found = fileAt(path)
  const question = { siteUrl: 'https://site.example', known: knownOf({}) }
  const made = found && (await found.kind.make({ ...found, ...question }))
  if (!made) throw new Error(`There is no ${path}.`)
  return made
}

test('the résumé is a PDF in the language of its address, saved under the name of its owner', async () => {
  const [en, fr] = await Promise.all([make('/resume.pdf'), make('/fr/resume.pdf')])
  expect(en).toMatchObject({
    type: 'application/pdf',
    headers: { 'content-disposition': 'inline; filename="noor-halden-resume.pdf"' },
  })
  expect(String(en.body)).toContain('/Lang (en)')
  expect(String(fr.body)).toContain('/Lang (fr)')
})

test('programs get the open format, of what it knows', async () => {
  const { type, body } = await make('/resume.json')
  expect(type).toBe('application/json; charset=utf-8')
  expect(JSON.parse(String(body))).toMatchObject({
    basics: { name: 'Noor Halden' },
    work: [{ position: 'Systems programmer' }],
  })
  const french = await make('/fr/resume.json')
  expect(JSON.parse(String(french.body))).toMatchObject({
    basics: { label: 'Systems programmer, ten years of C (fr)' },
  })
  expect(String(body)).not.toMatch(/javascript:|invented/)
})

test('address books get a card to save, whatever the owner is called', async () => {
  Object.assign(cms.content.site, { name: 'Zoë “Zed”\r\nO’Neil' })
  const { type, body, headers } = await make('/fr/resume.vcf')
  expect(type).toBe('text/vcard; charset=utf-8')
  expect(headers).toEqual({
    'content-disposition': 'attachment; filename="zoe-zed-o-neil-contact.vcf"',
  })
  expect(body).toContain('SOURCE:https://site.example/fr/resume.vcf')
})
