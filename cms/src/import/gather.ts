// Looks up the files that a plan names, and says which are missing.
import type { Files, FoundFile } from './files.ts'
import type { Notes } from './notes.ts'
import type { GalleryPlan, Picture, Plan } from './plan.ts'

/** A plan whose files are there. Their bytes are read again when they are needed: only marks are kept. */
export type Gathered = Plan & { marks: Map<string, string> }

export const gather = async (plan: Plan, files: Files, notes: Notes): Promise<Gathered> => {
  const marks = new Map<string, string>()
  const isThere = async (path: string, where: string): Promise<boolean> => {
    if (marks.has(path)) return true
    const found = await files(path)
    if (typeof found === 'string') notes.add(where, `left out, ${found}`, path)
    else marks.set(path, found.sha256)
    return typeof found !== 'string'
  }

  const galleries: GalleryPlan[] = []
  for (const gallery of plan.galleries) {
    const images: Picture[] = []
    for (const image of gallery.images) {
      if (await isThere(image.path, `gallery ${gallery.name}`)) images.push(image)
    }
    galleries.push({ ...gallery, images })
  }
  const { cover, demo, ...rest } = plan
  const hasCover = cover !== undefined && (await isThere(cover.path, 'thumbnail'))
  const hasDemo = demo !== undefined && (await isThere(demo.archive, 'demo_files_path'))
  if (demo && !hasDemo) {
    for (const { label, command } of demo.commands)
      notes.add('demo_commands', 'left out with the archive', `${label}: ${command}`)
  }
  return { ...rest, galleries, marks, ...(hasCover ? { cover } : {}), ...(hasDemo ? { demo } : {}) }
}

/** @throws when the file has gone since it was looked up */
export const fetchFile = async (files: Files, path: string): Promise<FoundFile> => {
  const found = await files(path)
  if (typeof found === 'string') throw new Error(`${path}: ${found}.`)
  return found
}
