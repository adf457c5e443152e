// Makes of a plan what a document needs: technologies, pictures and demo as ids, the text as the editor's.
import type { PayloadRequest } from 'payload'
import type { ToBody } from './body.ts'
import { ensureDemo } from './demo.ts'
import type { Files } from './files.ts'
import { fetchFile, type Gathered } from './gather.ts'
import type { Notes } from './notes.ts'
import { ensureTechnologies } from './technologies.ts'
import { ensurePicture } from './uploads.ts'

export type Tools = { files: Files; toBody: ToBody }

const findPosition = async (req: PayloadRequest, { position, company }: Gathered) => {
  if (!position && !company) return undefined
  const { docs } = await req.payload.find({
    collection: 'experiences',
    where: position ? { importedFrom: { equals: position } } : { company: { equals: company } },
    depth: 0,
    limit: 1,
    pagination: false,
    draft: true,
    overrideAccess: true,
    req,
  })
  return docs[0]?.id
}

const positionOf = async (req: PayloadRequest, plan: Gathered, notes: Notes) => {
  const id = await findPosition(req, plan)
  const named = plan.position ?? plan.company
  if (id === undefined && named)
    notes.add('experience', 'left out, there is no such position here', named)
  return id ?? null
}

const picturesOf = async (req: PayloadRequest, plan: Gathered, files: Files) => {
  const idOf = async (picture: NonNullable<Gathered['cover']>) =>
    ensurePicture(req, await fetchFile(files, picture.path), picture)
  const galleries = []
  for (const { name, description, images } of plan.galleries) {
    const rows = []
    for (const image of images) {
      rows.push({ media: await idOf(image), ...(image.caption ? { caption: image.caption } : {}) })
    }
    galleries.push({ name, ...(description ? { description } : {}), images: rows })
  }
  return { cover: plan.cover ? await idOf(plan.cover) : null, galleries }
}

/** Everything of the document but its address; what it names is made where it is missing. */
export const compose = async (
  req: PayloadRequest,
  plan: Gathered,
  { files, toBody }: Tools,
  notes: Notes,
): Promise<Record<string, unknown>> => {
  const technologies = await ensureTechnologies(req, plan.technologies, notes)
  if (plan.collection === 'experiences') return { ...plan.data, technologies }
  return {
    ...plan.data,
    technologies,
    body: plan.body ? (toBody(plan.body, notes) ?? null) : null,
    ...(await picturesOf(req, plan, files)),
    experience: await positionOf(req, plan, notes),
    demo: plan.demo ? await ensureDemo(req, plan, plan.demo, files, notes) : null,
  }
}
