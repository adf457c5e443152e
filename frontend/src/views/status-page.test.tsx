import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GetServerSidePropsContext } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { forgetAll } from '../cms/memories.ts'
import { type Status, statusSchema } from '../cms/shapes/status.ts'
import StatusPage, { config, getServerSideProps } from '../pages/status.tsx'
import { CONTENT } from '../testing/content.ts'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'
import { StatusView } from './status.tsx'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())
beforeEach(() => {
  cms.fault = undefined
  forgetAll()
})

const open = async (query: Record<string, string> = {}) => {
  const result = await getServerSideProps({
    query,
    res: {},
  } as unknown as GetServerSidePropsContext)
  if (!('props' in result)) throw new Error('There is no page.')
  return renderToStaticMarkup(<StatusPage {...(await result.props)} />)
}

const AT = '2026-10-01T10:00:00.000Z'
const known = statusSchema.parse(CONTENT.status)
const draw = (status: Status) => renderToStaticMarkup(<StatusView status={status} at={AT} />)

test('services and demos are told of with how they do and since when', () => {
  const html = draw(known)
  expect(html).toContain('<time dateTime="2026-10-01T07:00:00.000Z"')
  expect(html).toMatch(/Ran green<\/span>.*3 hours ago/)
  expect(html).toContain('Works in part')
  expect(html).toContain('Not tried yet')
  expect(html).not.toMatch(/undefined|null|Invalid/)
})

test('the page says in one sentence what is worst, and nothing better', () => {
  const service = (state: Status['services'][number]['state']) => ({
    name: 'x',
    state,
    since: null,
  })
  const sentence = (services: Status['services'], demos: Status['demos'] = []) =>
    /page-lead">([^<]+)/.exec(draw({ at: AT, services, demos }))?.[1]
  expect(sentence([service('up')])).toBe('Everything works.')
  expect(sentence([service('up'), service('unknown')])).toMatch(/looked at everything/)
  expect(sentence([service('unknown'), service('degraded')])).toBe('Nearly everything works.')
  expect(sentence([service('degraded'), service('down')])).toMatch(/away/)
  const failed = [{ title: 'a', ok: false, at: AT }]
  expect(sentence([service('up')], failed)).toBe('Nearly everything works.')
})

test('the page is drawn from what the CMS says, in the language that was asked for', async () => {
  expect(await open()).toContain('Dining philosophers')
  expect(await open({ language: 'fr' })).toContain('État du site')
})

test.each(['broken', 'wrong'] as const)('a CMS that is %s is not said to work', async (fault) => {
  cms.fault = fault
  const html = await open()
  expect(html).toContain('The CMS does not answer just now')
  expect(html).not.toContain('status-row')
})

test('sends no framework script', () => {
  expect(config.unstable_runtimeJS).toBe(false)
})
