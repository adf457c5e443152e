// A table, edited as rows of cells.
import type { Block } from 'payload'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { checkTable, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from './table-cells.ts'

export const tableBlock: Block = {
  slug: 'table',
  interfaceName: 'TableBlock',
  labels: { singular: 'Table', plural: 'Tables' },
  fields: [
    {
      name: 'caption',
      type: 'text',
      localized: true,
      required: true,
      maxLength: LINE,
      admin: { description: 'Says what the table is about; read out before its cells.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'hasHeaderRow',
          type: 'checkbox',
          label: 'First row names the columns',
          defaultValue: true,
        },
        {
          name: 'hasHeaderColumn',
          type: 'checkbox',
          label: 'First column names the rows',
          defaultValue: false,
        },
      ],
    },
    {
      name: 'rows',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: MAX_TABLE_ROWS,
      labels: { singular: 'Row', plural: 'Rows' },
      // The admin's form counts rows where the API has them, so the form checks the rest when it is saved.
      validate: (value) =>
        Array.isArray(value) ? checkTable(value) : value ? true : checkTable([]),
      fields: [
        {
          name: 'cells',
          type: 'array',
          required: true,
          minRows: 1,
          maxRows: MAX_TABLE_COLUMNS,
          labels: { singular: 'Cell', plural: 'Cells' },
          fields: [{ name: 'text', type: 'text', localized: true, maxLength: SENTENCE }],
        },
      ],
    },
  ],
}
