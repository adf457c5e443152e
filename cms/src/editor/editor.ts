// The editor of a project's body: what the site can show, and nothing else.
import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData, TextField } from 'payload'
import { isDestination } from '../fields/web-address.ts'
import { bodyBlocks } from './body-blocks.ts'

/** An address that was typed must be one that the site may link to; a link to a project has none. */
const withSafeUrl = (field: Field | FieldAffectingData): Field | FieldAffectingData =>
  'name' in field && field.name === 'url'
    ? ({
        ...field,
        validate: (value: string | null | undefined, { siblingData }: { siblingData: unknown }) => {
          const isInternal = (siblingData as { linkType?: string }).linkType === 'internal'
          if (isInternal) return true
          return value ? isDestination(value) : 'Give an address.'
        },
      } as TextField)
    : field

export const bodyEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    InlineCodeFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({
      enabledCollections: ['projects'],
      fields: ({ defaultFields }) => defaultFields.map(withSafeUrl),
    }),
    BlocksFeature({ blocks: bodyBlocks }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})
