// What the plugin reads, with only the fields that it cannot do without.
import type { CollectionConfig, CollectionSlug, GlobalConfig } from 'payload'
import { describeFile } from './describe-file.ts'

/** The generated types of this repository are the portfolio's; these collections are not in them. */
const slugOf = (slug: string) => slug as CollectionSlug

const signedIn: NonNullable<CollectionConfig['access']>['read'] = ({ req }) => Boolean(req.user)

/** Demos: what runs in a terminal. */
export const samples: CollectionConfig = {
  slug: 'samples',
  admin: { useAsTitle: 'title' },
  access: { read: signedIn },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'archive', type: 'relationship', relationTo: slugOf('bundles'), required: true },
    { name: 'toolchain', type: 'select', options: ['c', 'node'], required: true },
    { name: 'build', type: 'text' },
    { name: 'enabled', type: 'checkbox', defaultValue: true },
  ],
}

/** Archives: source code, private. */
export const bundles = (staticDir: string): CollectionConfig => ({
  slug: 'bundles',
  access: { read: signedIn },
  upload: { staticDir, mimeTypes: ['application/zip', 'application/gzip', 'application/x-gzip'] },
  hooks: { beforeChange: [describeFile] },
  fields: [
    { name: 'sha256', type: 'text', admin: { readOnly: true } },
    { name: 'format', type: 'text', admin: { readOnly: true } },
  ],
})

/** Projects: what visitors see. */
export const posts: CollectionConfig = {
  slug: 'posts',
  admin: { useAsTitle: 'slug' },
  access: { read: () => true },
  fields: [
    { name: 'slug', type: 'text', required: true, unique: true },
    { name: 'demo', type: 'relationship', relationTo: slugOf('samples') },
  ],
}

export const people: CollectionConfig = { slug: 'people', auth: true, fields: [] }

/** The switch, and whether visitors are recorded. */
export const shells: GlobalConfig = {
  slug: 'shells',
  access: { read: signedIn },
  fields: [
    { name: 'enabled', type: 'checkbox', defaultValue: true },
    {
      name: 'replay',
      type: 'group',
      fields: [
        { name: 'enabled', type: 'checkbox', defaultValue: false },
        { name: 'days', type: 'number', defaultValue: 7 },
      ],
    },
  ],
}
