// What the owner publishes is on the site within a second; what is a draft, or hidden again, is not.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually, runningStack } from '../support/e2e.ts'

const { siteUrl, cmsUrl, ownerEmail, ownerPassword } = runningStack()
const PUBLISH_BUDGET_MS = 1000

let token: string
const created: string[] = []

const cms = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${cmsUrl}/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as {
    doc?: { id: string }
    docs?: { id: string }[]
    token?: string
  }
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}

const page = async (path: string) => {
  const response = await fetch(siteUrl + path)
  return { status: response.status, html: await response.text() }
}

beforeAll(async () => {
  const answer = await cms('POST', '/users/login', { email: ownerEmail, password: ownerPassword })
  token = answer.token!
})
afterAll(async () => {
  for (const id of created) await cms('DELETE', `/projects/${id}`)
})

test('a draft is invisible, publishing shows it, and a change shows within a second', async () => {
  const slug = 'a-new-thing'
  expect((await page(`/projects/${slug}`)).status).toBe(404)

  const draft = await cms('POST', '/projects?draft=true', {
    title: 'A new thing',
    summary: 'What came of it.',
    slug,
    kind: 'personal',
    _status: 'draft',
  })
  const id = draft.doc!.id
  created.push(id)
  expect((await page(`/projects/${slug}`)).status).toBe(404)

  await cms('PATCH', `/projects/${id}`, { _status: 'published' })
  await eventually(
    'the project is on the site',
    async () => (await page(`/projects/${slug}`)).status === 200,
  )
  await eventually('the list names it', async () =>
    (await page('/projects')).html.includes('A new thing'),
  )

  await cms('PATCH', `/projects/${id}`, { title: 'A renamed thing', _status: 'published' })
  const begun = performance.now()
  await eventually(
    'the new title is on the site',
    async () => (await page(`/projects/${slug}`)).html.includes('A renamed thing'),
    PUBLISH_BUDGET_MS,
  )
  process.stdout.write(`publish to visible: ${Math.round(performance.now() - begun)} ms\n`)

  await cms('PATCH', `/projects/${id}`, { slug: 'a-moved-thing', _status: 'published' })
  await eventually(
    'the new address works',
    async () => (await page('/projects/a-moved-thing')).status === 200,
  )
  await eventually('the old one leads there', async () => {
    const { status, headers } = await fetch(`${siteUrl}/projects/${slug}`, { redirect: 'manual' })
    return status === 308 && headers.get('location') === '/projects/a-moved-thing'
  })
})

test('source code that its owner hides is gone with its link, and comes back', async () => {
  const way = '/projects/tiny-shell/source'
  const { docs: [archive] = [] } = await cms(
    'GET',
    '/archives?where[filename][like]=tiny-shell&limit=1',
  )
  const isReadable = async () => {
    const [text, project] = [await page(`${way}/Makefile`), await page('/projects/tiny-shell')]
    return [text.status === 200 && text.html.includes('CFLAGS'), project.html.includes(way)]
  }
  expect(await isReadable()).toEqual([true, true])
  for (const showSource of [false, true]) {
    await cms('PATCH', `/archives/${archive?.id}`, { showSource })
    await eventually(`source is ${showSource ? 'shown' : 'hidden'}`, async () =>
      (await isReadable()).every((isShown) => isShown === showSource),
    )
  }
})
