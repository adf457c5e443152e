import { expect, test } from '@jest/globals'
import { CmsError } from '../cms/client.ts'
import { withoutCmsErrors } from './quiet-errors.ts'

test('errors of the CMS are not printed again, all others are, and so is what only mentions one', () => {
  const printed: unknown[][] = []
  const print = withoutCmsErrors((...values) => printed.push(values))
  const error = new TypeError('x')
  print(new CmsError('away', { trouble: 'away' }))
  print('⨯', new CmsError('away', { trouble: 'away' }))
  print(error)
  print('CmsError')
  print()
  expect(printed).toEqual([[error], ['CmsError'], []])
})
