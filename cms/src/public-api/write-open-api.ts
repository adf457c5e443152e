// Writes the API's description into the repository: npm run openapi --workspace cms
import { writeFileSync } from 'node:fs'
import { openApi } from './open-api.ts'

writeFileSync(
  new URL('../../openapi.json', import.meta.url),
  `${JSON.stringify(openApi(), null, 2)}\n`,
)
