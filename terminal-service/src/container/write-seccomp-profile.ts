// Writes deploy/terminal/seccomp.json: npx tsx terminal-service/src/container/write-seccomp-profile.ts
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { profileText } from './seccomp-profile.ts'

writeFileSync(resolve(import.meta.dirname, '../../../deploy/terminal/seccomp.json'), profileText())
