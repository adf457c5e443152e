// Pictures and archives of an import: the same bytes are uploaded once.
import type { PayloadRequest } from 'payload'
import type { FoundFile } from './files.ts'
import type { Picture } from './plan.ts'

const fileOf = ({ name, data }: FoundFile, mimetype: string) => ({
  data,
  mimetype,
  name,
  size: data.byteLength,
})

const knownFile = async (req: PayloadRequest, collection: 'archives' | 'media', sha256: string) => {
  const { docs } = await req.payload.find({
    collection,
    where: { sha256: { equals: sha256 } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs[0]?.id
}

/** What hooks note of a file is kept on the request: each upload has a context of its own, in the same transaction. */
const apart = (req: PayloadRequest): PayloadRequest => ({ ...req, context: { ...req.context } })

export const ensurePicture = async (
  req: PayloadRequest,
  file: FoundFile,
  { alt, caption }: Picture,
): Promise<string> => {
  const known = await knownFile(req, 'media', file.sha256)
  if (known !== undefined) return known
  const { id } = await req.payload.create({
    collection: 'media',
    data: { alt, ...(caption ? { caption: caption.slice(0, 200) } : {}) },
    // The type follows from the content.
    file: fileOf(file, 'application/octet-stream'),
    overrideAccess: true,
    req: apart(req),
  })
  return id
}

export const ensureArchive = async (req: PayloadRequest, file: FoundFile): Promise<string> => {
  const known = await knownFile(req, 'archives', file.sha256)
  if (known !== undefined) return known
  const { id } = await req.payload.create({
    collection: 'archives',
    data: {},
    file: fileOf(file, /\.zip$/i.test(file.name) ? 'application/zip' : 'application/gzip'),
    overrideAccess: true,
    req: apart(req),
  })
  return id
}
