import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { safeFileName } from './safe-file-name.ts'

test.each([
  ['philosophers.tar.gz', 'philosophers.tar.gz'],
  ['Übersicht (2).png', 'Ubersicht-2.png'],
  ['../../etc/passwd', 'passwd'],
  ['日本.png', 'file.png'],
  ['.htaccess', 'file.htaccess'],
  ['a\r\nb".zip', 'a-b.zip'],
  ['', 'file'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('whatever the name, what is kept leads nowhere and is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const safe = safeFileName(name)
      expect(safe).toMatch(/^[A-Za-z0-9][\w.-]*$/)
      expect(safe).not.toContain('..')
      expect(safe.length).toBeLessThanOrEqual(130)
    }),
  )
})
