import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Validator } from '@seriousme/openapi-schema-validator'
import { openApi } from './open-api.ts'

test('the description in the repository is that of this API', () => {
  const written = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')
  // npm run openapi --workspace cms
  expect(JSON.parse(written)).toEqual(openApi())
})

test('it is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(openApi())).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})
