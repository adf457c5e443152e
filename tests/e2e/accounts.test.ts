// An account in a real browser: a wrong password and then the right one, and a second factor from its set-up to a login
// with a recovery code.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { codeAt } from '../../cms/src/accounts/second-factor/codes.ts'
import { SECOND_FACTOR } from '../../cms/src/limits.ts'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner, type Owner } from '../support/owner.ts'

const { cmsUrl } = runningStack()
const EMAIL = 'editor@example.com'
const PASSWORD = 'seven quiet lanterns at noon'

let browser: Browser
let owner: Owner
let account: string

/** In a browser of its own. Whatever the console shows but for refused logins is in `errors`. */
const atLogin = async () => {
  const page = await (await browser.newContext()).newPage()
  const errors = errorsOf(page)
  await page.goto(`${cmsUrl}/admin/login`)
  return {
    page,
    errors: () => errors.filter((error) => !/status of 401.*\/api\/users\/login$/.test(error)),
  }
}
const give = async (page: Page, password: string) => {
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
}
const giveCode = async (page: Page, code: string) => {
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Confirm' }).click()
}
const isIn = (page: Page) => page.waitForURL(/\/admin\/?$/)
const isTold = (page: Page, text: string | RegExp) =>
  page.locator('.banner').getByText(text).waitFor()

beforeAll(async () => {
  browser = await openBrowser()
  owner = await logInOwner()
  const body = JSON.stringify({ name: 'Ed', email: EMAIL, password: PASSWORD, role: 'editor' })
  const made = await owner.call('/users', { method: 'POST', body })
  account = ((await made.json()) as { doc: { id: string } }).doc.id
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await owner.call(`/users/${account}`, { method: 'DELETE' })
  await browser.close()
})

test('a wrong password is told, and the right one after it opens the admin', async () => {
  const { page, errors } = await atLogin()
  await give(page, 'something else entirely')
  await isTold(page, /incorrect/)
  await give(page, PASSWORD)
  await isIn(page)
  await page.getByRole('heading', { name: 'Content' }).waitFor()
  expect(errors()).toEqual([])
})

test('an account with a second factor opens by a code, and once by a recovery code', async () => {
  // Each code counts once: that of now to set it up, the next one to log in.
  const begun = Date.now()
  const first = await atLogin()
  await give(first.page, PASSWORD)
  await isIn(first.page)
  await first.page.goto(`${cmsUrl}/admin/account`)
  const panel = first.page.getByRole('region', { name: 'Second factor' })
  await panel.getByLabel('Your password').fill(PASSWORD)
  await panel.getByRole('button', { name: 'Set up' }).click()
  const picture = panel.getByAltText('QR code of the secret')
  await eventually('the picture is shown', () =>
    picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
  )
  const secret = String(await panel.locator('code').textContent()).replace(/\s/g, '')
  await panel.getByLabel('Code').fill(codeAt(secret, begun))
  await panel.getByRole('button', { name: 'Confirm' }).click()
  await panel.getByText('On since').waitFor()
  const recoveryCodes = await panel.locator('li code').allTextContents()
  expect(recoveryCodes).toHaveLength(SECOND_FACTOR.recoveryCodes)
  expect(first.errors()).toEqual([])

  const second = await atLogin()
  await give(second.page, PASSWORD)
  await giveCode(second.page, '000000')
  await isTold(second.page, /not right/)
  await giveCode(second.page, codeAt(secret, begun + SECOND_FACTOR.stepS * 1000))
  await isIn(second.page)
  expect(second.errors()).toEqual([])

  const [code] = recoveryCodes as [string]
  const third = await atLogin()
  await give(third.page, PASSWORD)
  await giveCode(third.page, code)
  await isIn(third.page)

  const fourth = await atLogin()
  await give(fourth.page, PASSWORD)
  await giveCode(fourth.page, code)
  await isTold(fourth.page, /used before/)
  expect(fourth.page.url()).toContain('/login')
}, 120_000)
