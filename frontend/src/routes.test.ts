import { expect, test } from '@jest/globals'
import { routeOf, routeOfPath } from './routes.ts'

test('the site has a home page, a list, and projects', () => {
  expect(routeOfPath('/')).toEqual({ page: 'home' })
  expect(routeOfPath('/projects')).toEqual({ page: 'projects' })
  expect(routeOfPath('/projects/tiny-shell')).toEqual({ page: 'project', slug: 'tiny-shell' })
  expect(routeOf([])).toEqual({ page: 'home' })
})

test.each([
  '/nope',
  '//',
  '/projects/',
  '/projects/a/b',
  '/projects/Tiny',
  '/projects/%2e%2e',
  '/projects/a--b',
  `/projects/${'a'.repeat(101)}`,
  'http://elsewhere.example/',
])('%s leads nowhere', (path) => {
  expect(routeOfPath(path)).toEqual({ page: 'missing' })
})
