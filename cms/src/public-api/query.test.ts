import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { CmsRefusal } from '../errors.ts'
import { pageParameters, parseQuery } from './query.ts'

const schema = z.strictObject({ ...pageParameters, kind: z.enum(['a', 'b']).optional() })
const parse = (query: string) => parseQuery(new URLSearchParams(query), schema)

test('what is not given has a default', () => {
  expect(parse('')).toEqual({ page: 1, pageSize: 20 })
  expect(parse('page=3&kind=b')).toEqual({ page: 3, pageSize: 20, kind: 'b' })
})

test.each([
  'unknown=1',
  'page=0',
  'page=-1',
  'page=1e3',
  'page=0x1',
  'page=%201',
  'page=1001',
  'page=',
  'pageSize=51',
  'pageSize=999999999999999999999',
  'kind=c',
  'kind=a&kind=b',
  'kind[]=a',
  'page[gt]=1',
  '__proto__=1',
  'constructor=1',
  'where[id][exists]=true',
])('%s is refused', (query) => {
  expect(() => parse(query)).toThrow(CmsRefusal)
})

test('a refusal names what is wrong, at no great length', () => {
  const detailOf = (query: string) => {
    try {
      parse(query)
      return ''
    } catch (error) {
      return String((error as CmsRefusal).more.detail)
    }
  }
  expect(detailOf('page=zero')).toContain('page: must be a whole number from 1 to 1000')
  expect(detailOf(`${'x'.repeat(5000)}=1`).length).toBeLessThanOrEqual(500)
})
