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
import { refuseShape } from '../fields/refuse-shape.ts'
import { isDestination } from '../fields/web-address.ts'
import { bodyBlocks } from './body-blocks.ts'
import { cleanBody } from './check-body.ts'

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

const editor = lexicalEditor({
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

/** Payload names the node and fields that are wrong, in the words of a programmer. */
const inWords = (verdict: string | true): string | true =>
  verdict === true
    ? true
    : verdict
        .replace(/^\w+ node failed to validate: /, '')
        .replace(
          /^The following fields are invalid: /,
          'A block or a link of the text needs another look: ',
        )

/** The editor, with a look at the whole body before Payload's own checks, on drafts too. */
export const bodyEditor: typeof editor = async (args) => {
  const adapter = await editor(args)
  return {
    ...adapter,
    validate: async (value, options) => inWords(await adapter.validate(value, options)),
    hooks: {
      ...adapter.hooks,
      beforeValidate: [
        ({ value, path, collection, global, req }) =>
          value === undefined || value === null
            ? value
            : refuseShape({ path, slug: collection?.slug ?? global?.slug, req }, () =>
                cleanBody(value, bodyBlocks),
              ),
        ...(adapter.hooks?.beforeValidate ?? []),
      ],
    },
  }
}
