// A demo of an import: switched off until somebody has tried it.
import type { Toolchain } from '@shellfolio/protocol'
import type { PayloadRequest } from 'payload'
import { iconKey } from '../technologies/icons.ts'
import type { Files } from './files.ts'
import { fetchFile } from './gather.ts'
import type { Notes } from './notes.ts'
import type { DemoPlan, Plan } from './plan.ts'
import { ensureArchive } from './uploads.ts'

const TOOLCHAINS: readonly (readonly [string, Toolchain])[] = [
  ['cplusplus', 'cpp'],
  ['cplusplus98', 'cpp'],
  ['c', 'c'],
  ['python', 'python'],
  ['nodedotjs', 'node'],
  ['javascript', 'node'],
  ['typescript', 'node'],
]

const toolchainOf = ({ technologies }: Plan, notes: Notes): Toolchain => {
  const names = new Set(technologies.map(iconKey))
  const found = TOOLCHAINS.find(([name]) => names.has(name))
  if (!found) notes.add('demo', 'its toolchain is a guess', 'c')
  return found?.[1] ?? 'c'
}

/** The demo that has this archive, or a new one. One that is there stays as it is. */
export const ensureDemo = async (
  req: PayloadRequest,
  plan: Plan,
  { title, archive, build, commands }: DemoPlan,
  files: Files,
  notes: Notes,
): Promise<string> => {
  const id = await ensureArchive(req, await fetchFile(files, archive))
  const { docs } = await req.payload.find({
    collection: 'demos',
    where: { archive: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const [known] = docs
  if (known) return known.id
  const made = await req.payload.create({
    collection: 'demos',
    data: {
      title,
      archive: id,
      workdir: '.',
      toolchain: toolchainOf(plan, notes),
      mode: 'shell',
      commands,
      enabled: false,
      ...(build ? { build } : {}),
    },
    overrideAccess: true,
    req,
  })
  notes.add('demo', 'made, and switched off: try it before it is shown')
  return made.id
}
