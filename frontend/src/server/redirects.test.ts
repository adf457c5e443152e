import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { forgetAll } from '../cms/memories.ts'
import { startWholeSite, type WholeSite } from '../testing/whole-site.ts'

let site: WholeSite
beforeAll(async () => {
  site = await startWholeSite()
})
afterAll(() => site.close())
beforeEach(() => {
  site.cms.seen.length = 0
})

const get: WholeSite['get'] = (path, init) => site.get(path, init)

test('an old address leads on, with or without a closing slash, and the CMS is asked once', async () => {
  site.cms.content.redirects.push({
    from: '/projects/old',
    to: '/projects/tiny-shell',
    status: 308,
  })
  forgetAll()
  for (const path of ['/projects/old', '/projects/old/', '/projects/old?utm=1']) {
    const { response } = await get(path, { redirect: 'manual' })
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe('/projects/tiny-shell')
    expect(response.headers.get('cache-control')).toContain('must-revalidate')
  }
  expect(site.cms.seen.filter(({ url }) => url.includes('redirects'))).toHaveLength(1)
})

test('a page with a slash behind its address is at the one without, question and all', async () => {
  const at = async (path: string, init?: RequestInit) => {
    const { response } = await get(path, { redirect: 'manual', ...init })
    return [response.status, response.headers.get('location')]
  }
  expect(await at('/projects/tiny-shell/')).toEqual([308, '/projects/tiny-shell'])
  expect(await at('/search/?q=a%20shell&page=2')).toEqual([308, '/search?q=a%20shell&page=2'])
  expect(await at('/resume/', { method: 'HEAD' })).toEqual([308, '/resume'])
  expect(await at('/contact/', { method: 'POST' })).toEqual([405, null])
  expect(await site.inBoth(() => at('/fr/'))).toEqual([308, '/fr'])
  site.cms.seen.length = 0
  for (const path of [
    '//projects/',
    '//evil.example/',
    '/projects//',
    '/nope/',
    '/fr/',
    '/%70rojects/',
  ]) {
    const { response, body } = await get(path, { redirect: 'manual' })
    expect([path, response.headers.get('location'), body]).toEqual([path, null, 'next:/missing'])
  }
  expect(site.cms.seen.filter(({ url }) => url.includes('nope') || url.includes('evil'))).toEqual(
    [],
  )
})

test('an old address in French leads to the page in French, where there are any', async () => {
  site.cms.content.redirects.push(
    { from: '/projects/older', to: '/projects/tiny-shell#terminal', status: 308 },
    { from: '/cv', to: '/resume.pdf', status: 302 },
    { from: '/away', to: 'https://example.com/x', status: 301 },
  )
  const targetOf = async (path: string) => {
    const { response, body } = await get(path, { redirect: 'manual' })
    return response.headers.get('location') ?? body
  }
  await site.inBoth(async () => {
    expect(await targetOf('/fr/projects/older/')).toBe('/fr/projects/tiny-shell#terminal')
    expect(await targetOf('/projects/older')).toBe('/projects/tiny-shell#terminal')
    expect(await targetOf('/fr/cv')).toBe('/fr/resume.pdf')
    expect(await targetOf('/fr/away')).toBe('https://example.com/x')
  })
  expect(await targetOf('/fr/projects/older')).toBe('next:/missing')
})

test('an address that leads nowhere is one page of its language, without a question to the CMS', async () => {
  expect((await get('/fr/nope')).body).toBe('next:/missing')
  await site.inBoth(async () => {
    await get('/fr/nope')
    site.cms.seen.length = 0
    for (const path of ['/fr/nope', '/fr/projects/nope', '/fr/nope.php', '/fr/a/b/c']) {
      expect((await get(path)).body).toBe('next:/fr/missing')
    }
    expect((await get('/french')).body).toBe('next:/missing')
    expect(site.cms.seen).toEqual([])
  })
})

test('a page that exists is shown, whatever redirects say', async () => {
  site.cms.content.redirects.push({ from: '/projects/tiny-shell', to: '/', status: 308 })
  forgetAll()
  expect((await get('/projects/tiny-shell')).body).toBe('next:/projects/tiny-shell')
})
