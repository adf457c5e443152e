// Looks into an uploaded media file before Payload does, replaces it by what is kept of it, and notes what it found.
import { createHash } from 'node:crypto'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
} from 'payload'
import { writers } from '../access/rules.ts'
import { refuseStrangers } from '../files/guard.ts'
import { markedName } from '../files/names.ts'
import { SvgRefusal } from '../svg/refusal.ts'
import { type Inspected, inspectMedia } from './inspect.ts'
import { FORMATS } from './kinds.ts'
import { MediaRefusal } from './refusal.ts'

type Found = Inspected & { sha256: string }

const refuse = ({ code, message }: MediaRefusal | SvgRefusal): never => {
  throw new APIError(message, 422, { code: 'media-refused', reason: code }, true)
}

/** The type and the ending of the name follow from the content, whatever the uploader says of both. */
export const checkMedia: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  refuseStrangers(args, req, writers)
  const { file } = req
  try {
    const found = await inspectMedia(file.data)
    // Of the file as it was uploaded: what is stored has lost its metadata.
    const sha256 = createHash('sha256').update(file.data).digest('hex')
    req.context.inspectedMedia = { ...found, sha256 } satisfies Found
    req.file = {
      ...file,
      name: markedName(`${file.name.replace(/\.[^.\\/]*$/, '')}.${found.format}`),
      mimetype: FORMATS[found.format].mime,
      data: found.data,
      size: found.data.byteLength,
    }
  } catch (error) {
    if (error instanceof MediaRefusal || error instanceof SvgRefusal) refuse(error)
    throw error
  }
  return args
}

const NO_SIZE = {
  filename: null,
  filesize: null,
  height: null,
  mimeType: null,
  url: null,
  width: null,
}

/** Puts what was found into the document, and the sizes where whoever stores files looks for them. */
export const keepMediaFindings: CollectionBeforeChangeHook = ({ data, req }) => {
  const found = req.context.inspectedMedia as Found | undefined
  if (!req.file || !found) return data
  const stem = String(data.filename).replace(/\.[^.]*$/, '')
  const sizes: Record<string, object> = {}
  for (const name of Object.keys(data.sizes ?? {})) sizes[name] = NO_SIZE
  req.payloadUploadSizes = {}
  for (const { name, extension, width, height, data: bytes } of found.sizes) {
    const filename = `${stem}-${width}x${height}.${extension}`
    const mimeType = FORMATS[extension].mime
    sizes[name] = { filename, filesize: bytes.byteLength, width, height, mimeType, url: null }
    req.payloadUploadSizes[name] = bytes
  }
  return {
    ...data,
    sha256: found.sha256,
    blur: found.blur || null,
    duration: found.durationS ?? null,
    sizes,
    ...(found.width && found.height ? { width: found.width, height: found.height } : {}),
  }
}
