// Fields that choose a file of the media library, of the kind that fits.
import type { UploadField } from 'payload'

type Options = { name: string; required?: boolean; label?: string; description?: string }

const choose =
  (kind: string) =>
  ({ name, required = false, label, description }: Options): UploadField => ({
    name,
    type: 'upload',
    relationTo: 'media',
    required,
    filterOptions: { mimeType: { contains: kind } },
    ...(label ? { label } : {}),
    ...(description ? { admin: { description } } : {}),
  })

export const pictureField = choose('image/')
export const videoField = choose('video/')
