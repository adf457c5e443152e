// The blocks of a page, looked at as a whole: they are kept as one piece of JSON, which no column holds to its fields.
import type { BlocksField, FieldHook } from 'payload'
import { refuseShape } from '../fields/refuse-shape.ts'
import { ShapeError, shapedBlock } from '../fields/shape.ts'
import { MAX_LAYOUT_BLOCKS, MAX_LAYOUT_CHARACTERS } from '../limits.ts'
import { layoutBlocks } from './layout.ts'

/** @throws {ShapeError} */
const cleanLayout = (layout: unknown): unknown[] => {
  if (!Array.isArray(layout)) throw new ShapeError('This is no list of blocks.')
  if (layout.length > MAX_LAYOUT_BLOCKS)
    throw new ShapeError(`At most ${MAX_LAYOUT_BLOCKS} blocks.`)
  return layout.map((block) => shapedBlock(layoutBlocks, block))
}

const checkShape: FieldHook = ({ value, path, collection, req }) =>
  value === undefined || value === null
    ? value
    : refuseShape({ path, slug: collection?.slug, req }, () => cleanLayout(value))

/** Runs last, when the texts within have been looked at: their depth and size are bounded. */
const checkSize: FieldHook = ({ value, path, collection, req }) =>
  refuseShape({ path, slug: collection?.slug, req }, () => {
    const size = value ? JSON.stringify(value).length : 0
    if (size > MAX_LAYOUT_CHARACTERS) throw new ShapeError('The page is too long: split it.')
    return value
  })

export const layoutField = (): BlocksField => ({
  name: 'layout',
  type: 'blocks',
  label: 'Blocks',
  labels: { singular: 'Block', plural: 'Blocks' },
  required: true,
  minRows: 1,
  maxRows: MAX_LAYOUT_BLOCKS,
  blocks: layoutBlocks,
  hooks: { beforeValidate: [checkShape], beforeChange: [checkSize] },
})
