// For fields that hold a picture: the media collection also holds videos and documents.
import type { Where } from 'payload'

export const onlyImages: Where = { mimeType: { contains: 'image/' } }
