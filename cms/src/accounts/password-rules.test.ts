import { expect, test } from '@jest/globals'
import { refusalOfPassword } from './password-rules.ts'

const OWNER = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace' }

test.each([
  'correct horse battery staple',
  'twelve chars',
  'Tr7-kelp_0rbit!mast',
  'zwölf Wörter für Ada und mehr',
])('%s will do', async (password) => {
  expect(await refusalOfPassword(password, OWNER)).toBeUndefined()
})

test.each([
  ['on the list', '1q2w3e4r5t6y'],
  ['on the list, in capitals', 'QWERTY123456'],
  ['a word of it with numbers behind', 'dragon123456'],
  ['a word of it in disguise', 'P@$$w0rd2026!'],
  ['a word of it twice', 'passwordpassword'],
  ['a word of it backwards', '2026drowssap!!'],
  ['one letter', 'aaaaaaaaaaaaaa'],
  ['a row of numbers', '234567890123'],
  ['a row of letters', 'hgfedcbahgfedcba'],
])('%s is refused: %s', async (_, password) => {
  expect(await refusalOfPassword(password, OWNER)).toContain('tried first')
})

test.each([
  'ada.lovelace@example.com',
  'Lovelace2026',
  'ecalevol-ada!',
  'L0velace!L0velace!',
  '12ada.lovelace34',
])("the account's own name is refused: %s", async (password) => {
  expect(await refusalOfPassword(password, OWNER)).toContain('your name')
})

test('own words among enough others are no harm', async () => {
  expect(await refusalOfPassword('lovelace walks the kelp orbit', OWNER)).toBeUndefined()
})

test.each([undefined, 12, '', 'elevenchars', 'x'.repeat(257)])(
  '%s is no password',
  async (value) => {
    expect(await refusalOfPassword(value, {})).toMatch(/password/)
  },
)
