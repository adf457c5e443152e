import { expect, test } from '@jest/globals'
import { isSecretName } from './secrets.ts'

test.each([
  '.env',
  'server/.env.production',
  '.git/config',
  'keys/id_rsa',
  'id_ed25519.pub',
  'tls/server.KEY',
  'deploy/Credentials.json',
  '.npmrc',
  '.bash_history',
  'client_secrets/a.txt/secrets.yml',
])('%s is taken for a secret', (path) => expect(isSecretName(path)).toBe(true))

test.each([
  'main.c',
  '.env.example',
  'src/environment.ts',
  '.gitignore',
  'src/keyboard.c',
  'src/secretary.py',
  'README.md',
])('%s is not', (path) => expect(isSecretName(path)).toBe(false))
