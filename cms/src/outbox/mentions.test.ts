import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { mentionsOf } from './mentions.ts'

const upload = (name: string): Field => ({ name, type: 'upload', relationTo: 'media' })

test('relations are found in groups, tabs, rows and arrays, by the path that queries take', () => {
  const fields: Field[] = [
    { type: 'row', fields: [upload('cover')] },
    { name: 'seo', type: 'group', fields: [upload('image')] },
    {
      type: 'tabs',
      tabs: [
        { label: 'A', fields: [upload('a')] },
        { name: 'b', fields: [upload('c')] },
      ],
    },
    {
      name: 'galleries',
      type: 'array',
      fields: [{ name: 'images', type: 'array', fields: [upload('media')] }],
    },
    { name: 'any', type: 'relationship', relationTo: ['projects', 'media'] },
    { name: 'other', type: 'relationship', relationTo: 'projects' },
  ]
  expect(mentionsOf(fields, 'media')).toEqual({
    paths: ['cover', 'seo.image', 'a', 'b.c', 'galleries.images.media', 'any.value'],
    texts: [],
    isElsewhere: false,
  })
})

test('rich text and blocks are searched by their column; where no query reaches is said', () => {
  expect(
    mentionsOf(
      [{ name: 'a', type: 'group', fields: [{ name: 'body', type: 'richText' }] }],
      'media',
    ),
  ).toEqual({ paths: [], texts: ['a_body'], isElsewhere: false })
  const rows: Field = { name: 'rows', type: 'array', fields: [{ name: 'text', type: 'richText' }] }
  expect(mentionsOf([rows], 'media').isElsewhere).toBe(true)
  expect(mentionsOf([{ name: 'layout', type: 'blocks', blocks: [] }], 'media').texts).toEqual([
    'layout',
  ])
})
