// A video: one of the media library, or one of a known host.
import type { Block, TextFieldSingleValidation } from 'payload'
import { pictureField, videoField } from '../fields/media-fields.ts'
import { ADDRESS, LINE, SENTENCE } from '../fields/text-lengths.ts'
import { checkVideoAddress } from './video-address.ts'

type Video = { source?: string | null } | undefined

const isHosted = (_: unknown, video: Video) => video?.source !== 'upload'
const isUploaded = (_: unknown, video: Video) => video?.source === 'upload'

const checkAddress: TextFieldSingleValidation = (value, { siblingData }) => {
  if (isUploaded(undefined, siblingData as Video)) return true
  return value ? checkVideoAddress(value) : 'Give the address of the video.'
}

export const videoBlock: Block = {
  slug: 'video',
  interfaceName: 'VideoBlock',
  labels: { singular: 'Video', plural: 'Videos' },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: LINE,
      admin: { description: 'Says what there is to see: readers may not be able to see it.' },
    },
    {
      name: 'source',
      type: 'select',
      required: true,
      defaultValue: 'host',
      options: [
        { value: 'host', label: 'YouTube or Vimeo' },
        { value: 'upload', label: 'The media library' },
      ],
    },
    {
      name: 'address',
      type: 'text',
      maxLength: ADDRESS,
      validate: checkAddress,
      admin: { condition: isHosted, placeholder: 'https://vimeo.com/…' },
    },
    {
      ...videoField({ name: 'file', required: true }),
      admin: { condition: isUploaded },
    },
    pictureField({
      name: 'poster',
      description: 'Shown until the video plays. Nothing is asked of its host before that.',
    }),
    { name: 'caption', type: 'text', maxLength: SENTENCE },
  ],
}
