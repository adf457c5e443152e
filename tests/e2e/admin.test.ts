// The admin as it is built: what the owner types is kept, and the browser asks nobody but the CMS for anything.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner, type Owner } from '../support/owner.ts'

const { cmsUrl, ownerEmail, ownerPassword } = runningStack()

let browser: Browser
let owner: Owner
let project: string

beforeAll(async () => {
  browser = await openBrowser()
  owner = await logInOwner()
  const body = JSON.stringify({ title: 'A listing', slug: 'a-listing', kind: 'personal' })
  const made = await owner.call('/projects?draft=true', { method: 'POST', body })
  project = ((await made.json()) as { doc: { id: string } }).doc.id
})
afterAll(async () => {
  await owner.call(`/projects/${project}`, { method: 'DELETE' })
  await browser.close()
})

test('code is typed in the admin and kept, without anything from elsewhere', async () => {
  const page = await (await browser.newContext()).newPage()
  const errors = errorsOf(page)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(cmsUrl).origin)
      elsewhere.push(request.url())
  })
  await page.goto(`${cmsUrl}/admin/login`)
  await page.fill('#field-email', ownerEmail)
  await page.fill('#field-password', ownerPassword)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)

  await page.goto(`${cmsUrl}/admin/collections/projects/${project}`)
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.locator('textarea[name=readme]').fill('# Typed\n\n  as it is')
  await eventually('the draft is saved', async () => {
    const { readme } = (await (await owner.call(`/projects/${project}?draft=true`)).json()) as {
      readme?: string
    }
    return readme === '# Typed\n\n  as it is'
  })
  expect(elsewhere).toEqual([])
  expect(errors).toEqual([])
}, 90_000)

test('a refusal by a rule of ours is told in its words', async () => {
  const refused = await owner.call('/users', {
    method: 'POST',
    body: JSON.stringify({
      email: 'somebody@example.com',
      name: 'Somebody',
      role: 'viewer',
      password: 'passwordpassword',
    }),
  })
  expect(refused.status).toBe(400)
  // The admin reads no other type.
  expect(refused.headers.get('content-type')).toContain('application/json')
  expect(await refused.text()).toContain('tried first')
})
