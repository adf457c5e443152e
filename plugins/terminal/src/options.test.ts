import { expect, test } from '@jest/globals'
import { resolveOptions, type TerminalPluginOptions } from './options.ts'
import { OPTIONS } from './options-fixture.ts'

const wrong: [string, unknown][] = [
  ['collections.demos', { ...OPTIONS.collections, demos: '' }],
  ['collections.archives', { demos: 'demos', projects: 'projects' }],
  ['global', ''],
  ['internalUrl', '127.0.0.1:3002'],
  ['cmsUrl', undefined],
  ['publicUrl', 'https://example.com/terminal/ws'],
  ['origins', []],
  ['origins.1', ['https://example.com', 'example.com']],
  ['grantKey', 'short'],
  ['redisUrl', 'http://127.0.0.1:6379'],
  ['launchRate.burst', { burst: 0, perMinute: 1 }],
  ['allLaunchesRate.perMinute', { burst: 1 }],
  ['openArchive', undefined],
  ['clientAddress', '127.0.0.1'],
  ['mayOperate', true],
  ['onOperation', 'log'],
  ['smokeCron', 'every night'],
  ['historyDays', 0],
  ['country', 'FR'],
  ['admin', 'yes'],
]

test.each(wrong)('what is wrong with %s is told by its name, without its value', (path, value) => {
  const options = { ...OPTIONS, [path.split('.')[0] ?? '']: value }
  const resolve = () => resolveOptions(options as TerminalPluginOptions)
  expect(resolve).toThrow(`terminalPlugin: ${path}: `)
  expect(resolve).not.toThrow(OPTIONS.grantKey)
})

test('an option that does not exist is named', () => {
  const options = { ...OPTIONS, smokecron: false } as TerminalPluginOptions
  expect(() => resolveOptions(options)).toThrow('smokecron')
})

test('an option that is undefined is its default', () => {
  const options = { ...OPTIONS, global: undefined, smokeCron: undefined, mayOperate: undefined }
  expect(resolveOptions(options as unknown as TerminalPluginOptions)).toEqual({
    ...resolveOptions(OPTIONS),
    global: 'terminal',
    smokeCron: '0 3 * * *',
  })
})

test('addresses are kept as origins, as browsers send them', () => {
  const { origins, cmsUrl } = resolveOptions({
    ...OPTIONS,
    origins: ['https://Example.com/'],
    cmsUrl: 'http://127.0.0.1:3001/',
  })
  expect([origins, cmsUrl]).toEqual([['https://example.com'], 'http://127.0.0.1:3001'])
})
