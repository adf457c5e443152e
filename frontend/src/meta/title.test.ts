import { expect, test } from '@jest/globals'
import { siteSchema } from '../cms/shapes/site.ts'
import { CONTENT } from '../testing/content.ts'
import { withSite } from './title.ts'

const site = siteSchema.parse({ ...CONTENT.site, name: 'Noor Halden', titleSuffix: null })

test('a title ends with what the owner chose, or the name, and says neither twice', () => {
  expect(withSite('Projects', site)).toBe('Projects · Noor Halden')
  expect(withSite('Projects', { ...site, titleSuffix: 'Noor' })).toBe('Projects · Noor')
  expect(withSite('Noor Halden', site)).toBe('Noor Halden')
  expect(withSite('Projects', null)).toBe('Projects')
})
