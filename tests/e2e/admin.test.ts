// The admin as it is built: what the owner types is kept, and the browser asks nobody but the CMS for anything.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import type { Browser, BrowserContext } from 'playwright-core'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner, type Owner } from '../support/owner.ts'

const { cmsUrl, siteUrl, cmsEnv, ownerEmail, ownerPassword } = runningStack()

let browser: Browser
let context: BrowserContext
let owner: Owner
const made: [collection: string, id: string][] = []
/** Addresses of others that the browser asked. */
const elsewhere: string[] = []

/** `data`: with its status; a draft unless it says so. Gone when the tests end. */
const make = async (collection: string, data: object): Promise<string> => {
  const query = '_status' in data ? '' : '?draft=true'
  const body = JSON.stringify(data)
  const answer = await owner.call(`/${collection}${query}`, { method: 'POST', body })
  const { doc } = (await answer.json()) as { doc: { id: string } }
  made.push([collection, doc.id])
  return doc.id
}
const kept = async (path: string) =>
  (await (await owner.call(path)).json()) as Record<string, unknown>

/** As somebody who is logged in; with what the console shows as an error. */
const openAt = async (path: string) => {
  const page = await context.newPage()
  const errors = errorsOf(page)
  await page.goto(`${cmsUrl}/admin${path}`)
  return { page, errors }
}
const open = (path: string) => openAt(`/collections${path}`)

beforeAll(async () => {
  browser = await openBrowser()
  owner = await logInOwner()
  context = await browser.newContext()
  // The first look at a form takes long where much else runs.
  context.setDefaultTimeout(60_000)
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(cmsUrl).origin)
      elsewhere.push(request.url())
  })
  const page = await context.newPage()
  await page.goto(`${cmsUrl}/admin/login`)
  await page.fill('#field-email', ownerEmail)
  await page.fill('#field-password', ownerPassword)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
}, 120_000)
afterEach(() => Promise.all(context.pages().map((page) => page.close())))
afterAll(async () => {
  for (const [collection, id] of made) {
    await owner.call(`/${collection}/${id}`, { method: 'DELETE' })
  }
  await browser.close()
})

test('code is typed in the admin and kept, without anything from elsewhere', async () => {
  const project = await make('projects', { title: 'A listing', kind: 'personal' })
  const { page, errors } = await open(`/projects/${project}`)
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.locator('textarea[name=readme]').fill('# Typed\n\n  as it is')
  await eventually('the draft is saved', async () => {
    const { readme } = await kept(`/projects/${project}?draft=true`)
    return readme === '# Typed\n\n  as it is'
  })
  expect(elsewhere).toEqual([])
  expect(errors).toEqual([])
}, 120_000)

test('the checklist leads to a field in another tab', async () => {
  const link = { type: 'link', fields: { linkType: 'custom', url: '/nowhere' }, children: [] }
  const paragraph = { type: 'paragraph', children: [link] }
  const body = { root: { type: 'root', children: [paragraph] } }
  const id = await make('projects', { title: 'Unfinished', kind: 'personal', body })
  const { page, errors } = await open(`/projects/${id}`)
  const panel = page.getByRole('region', { name: 'Before publishing' })
  const arrives = async (name: string, at: string) => {
    await panel.getByRole('button', { name: `Show ${name}` }).click()
    await eventually(`the cursor is in ${name}`, () =>
      page.evaluate((where) => document.activeElement?.closest(where) !== null, at),
    )
  }
  await panel.getByText('Summary is required').waitFor()
  await arrives('Description', '#field-seo__description')
  await arrives('Body', '.rich-text-lexical [contenteditable=true]')
  await arrives('Summary', '#field-summary')
  expect(errors).toEqual([])
}, 120_000)

test('in a narrow window the checklist is above the form, in one line that opens', async () => {
  const id = await make('projects', { title: 'Unfinished too', kind: 'personal' })
  const { page, errors } = await open(`/projects/${id}`)
  await page.setViewportSize({ width: 768, height: 1024 })
  const line = page.getByText(/1 needed, \d+ worth a look/)
  await line.waitFor()
  const [above, title] = [
    await line.boundingBox(),
    await page.locator('#field-title').boundingBox(),
  ]
  expect(above?.y).toBeLessThan(title?.y ?? 0)
  await line.click()
  await page.getByRole('button', { name: 'Show Summary' }).waitFor()
  expect(await page.getByRole('region', { name: 'Before publishing' }).count()).toBe(0)
  expect(errors).toEqual([])
}, 120_000)

test('nothing of the admin is wider than a phone', async () => {
  const title = 'A title that is rather long for the path on top of the page'
  const project = await make('projects', { title, kind: 'personal' })
  const { page } = await open(`/projects/${project}`)
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [`/collections/projects/${project}`, '/account']) {
    await page.goto(`${cmsUrl}/admin${path}`)
    await page.getByRole('button', { name: /^(Save|Publish)/ }).waitFor()
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect([path, await width()]).toEqual([path, 360])
  }
}, 120_000)

test('a listing on a page is shown as readers see it, while it is typed', async () => {
  const { page, errors } = await open(
    `/pages/${await make('pages', {
      title: 'With code',
      layout: [{ blockType: 'code', language: 'c', code: 'one\ntwo' }],
    })}`,
  )
  const lines = page.locator('.block-preview li')
  await lines.nth(1).waitFor()
  await page.locator('textarea[name="layout.0.code"]').fill('one\ntwo\nthree')
  await eventually('the preview follows', async () => (await lines.count()) === 3)
  expect(errors).toEqual([])
}, 120_000)

test('the mark of a technology is found and chosen by keys alone', async () => {
  const id = await make('technologies', { name: 'Walked', category: 'tool' })
  const { page, errors } = await open(`/technologies/${id}`)
  await page.getByRole('combobox', { name: 'Mark' }).focus()
  await page.keyboard.type('node.js')
  await page.getByRole('option', { name: /^Node\.js/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.locator('.icon-field__chosen svg path').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await eventually('the mark is kept', async () => {
    return (await kept(`/technologies/${id}`)).icon === 'nodedotjs'
  })
  expect(errors).toEqual([])
}, 120_000)

const quote = (text: string) => ({ layout: [{ blockType: 'quote', text }] })
test.each([
  ['experiences', { company: 'Before', role: 'R', period: { start: '2025-01-01' } }, {}],
  ['pages', { title: 'Compared', ...quote('Before') }, quote('After')],
])(
  'an earlier version of %s is compared with what it became',
  async (collection, data, change) => {
    const id = await make(collection, { ...data, _status: 'published' })
    const after = { company: 'After', ...change, _status: 'published' }
    await owner.call(`/${collection}/${id}`, { method: 'PATCH', body: JSON.stringify(after) })
    const { docs } = (await kept(
      `/${collection}/versions?where[parent][equals]=${id}&sort=-createdAt&limit=1`,
    )) as { docs: { id: string }[] }
    const { page, errors } = await open(`/${collection}/${id}/versions/${docs[0]?.id}`)
    const diff = page.locator('.render-field-diffs').first()
    await diff.getByText('After').first().waitFor()
    await diff.getByText('Before').first().waitFor()
    expect(errors).toEqual([])
  },
  60_000,
)

test('a draft that was never published is planned, by keys, to be published', async () => {
  const title = 'Planned by hand'
  const id = await make('projects', { title, kind: 'personal', summary: 'It appears.' })
  const { page, errors } = await open(`/projects/${id}`)
  await page.locator('.form-submit .popup button').first().press('Enter')
  await page.locator('#schedule-publish').press('Enter')
  const drawer = page.locator('.schedule-publish')
  await drawer.locator('.react-datepicker__input-container input').fill('Jan 2, 2031 10:00 AM')
  await page.keyboard.press('Enter')
  await drawer.locator('#scheduled-publish-save').press('Enter')
  const row = drawer.locator('tbody tr')
  await row.getByText('January 2nd 2031, 10:00 AM').waitFor()
  expect(await row.locator('.pill').textContent()).toBe('Publish')
  const jobs = await kept(`/payload-jobs?where[input.doc.value][equals]=${id}`)
  expect(jobs).toMatchObject({ docs: [{ input: { type: 'publish' } }] })
  await row.locator('button').click()
  await drawer.getByText('No upcoming events').waitFor()
  expect(errors).toEqual([])
}, 120_000)

test('the résumé is seen in its frame while it is typed, and on the site once it is published', async () => {
  const { headline } = await kept('/globals/resume')
  const shows = (text: string) =>
    eventually(`the site says “${text}”`, async () => {
      return (await (await fetch(`${siteUrl}/resume`)).text()).includes(text)
    })
  const { page, errors } = await openAt('/globals/resume?locale=en')
  const toggle = page.locator('.live-preview-toggler')
  await toggle.click()
  const beside = page.frameLocator('#live-preview-iframe').locator('main')
  await beside.getByText(String(headline)).first().waitFor()
  await page.locator('#field-headline').fill('As it was typed')
  await beside.getByText('As it was typed').waitFor()
  expect(await (await fetch(`${siteUrl}/resume`)).text()).not.toContain('As it was typed')
  await page.getByRole('button', { name: 'Publish changes', exact: true }).click()
  await shows('As it was typed')
  // The admin would remember that it is open.
  await toggle.click()
  const body = JSON.stringify({ headline, _status: 'published' })
  await owner.call('/globals/resume', { method: 'POST', body })
  await shows(String(headline))
  expect(errors).toEqual([])
}, 120_000)

test('a redirect that is made by hand is followed on the site', async () => {
  const { page, errors } = await open('/redirects/create')
  await page.locator('#field-from').fill('/walked-before')
  await page.getByText('An address', { exact: true }).click()
  await page.locator('#field-address').fill(`${siteUrl}/experiences`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(/redirects\/[0-9a-f-]{36}$/)
  made.push(['redirects', page.url().split('/').at(-1) ?? ''])
  await eventually('it is followed', async () => {
    const { url } = await fetch(`${siteUrl}/walked-before`)
    return url === `${siteUrl}/experiences`
  })
  expect(errors).toEqual([])
}, 120_000)

test('a message that did not arrive is sent again', async () => {
  const [row] = (await kept('/webhook-deliveries?limit=1')).docs as { id: string }[]
  const id = row?.id ?? ''
  const database = new pg.Client({ connectionString: cmsEnv.DATABASE_URL })
  await database.connect()
  await database.query(`update webhook_deliveries set state = 'given-up' where id = $1`, [id])
  await database.end()
  const { page, errors } = await open(`/webhook-deliveries/${id}`)
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('The message is on its way.').waitFor()
  // The form shows it without being loaded anew.
  await page.locator('#field-state').getByText('Delivered').waitFor()
  expect(await kept(`/webhook-deliveries/${id}`)).toMatchObject({ state: 'delivered' })
  expect(errors).toEqual([])
}, 120_000)

test('what is typed into a draft is seen in the frame beside its form, which stays where it was scrolled', async () => {
  const data = {
    company: 'Seen',
    role: 'R',
    subtitle: 'Before',
    period: { start: '2025-01-01' },
    overview: Array.from({ length: 60 }, (_, index) => `Paragraph ${index}`).join('\n\n'),
  }
  const { page, errors } = await open(`/experiences/${await make('experiences', data)}`)
  const toggle = page.locator('.live-preview-toggler')
  await toggle.click()
  const shown = page.frameLocator('#live-preview-iframe').locator('main')
  await shown.getByText('Before').waitFor()
  const frame = page.frames().find((each) => each.url().startsWith(`${siteUrl}/preview`))
  const scrolled = () => frame?.evaluate(() => window.scrollY)
  await frame?.evaluate(() => window.scrollTo({ top: 300, behavior: 'instant' }))
  expect(await scrolled()).toBe(300)
  await page.locator('#field-subtitle').fill('As it is typed')
  await shown.getByText('As it is typed').waitFor({ state: 'attached' })
  expect(await scrolled()).toBe(300)
  expect(errors).toEqual([])
  // The admin would remember that it is open.
  await toggle.click()
}, 120_000)

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
