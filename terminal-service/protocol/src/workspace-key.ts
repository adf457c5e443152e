// The name of a built project: what the CMS and every service call it. Apart from the rest, which browsers import.
import { createHash } from 'node:crypto'
import type { SessionGrant } from './grant.ts'

/** Of everything that decides how a built project looks. */
export const workspaceKey = ({ archive, demo }: Pick<SessionGrant, 'archive' | 'demo'>): string =>
  createHash('sha256')
    .update(JSON.stringify([archive.sha256, demo.build, demo.toolchain]))
    .digest('hex')
