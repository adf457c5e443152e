'use client'
// What is in an archive, as a table on its page.
import { useFormFields } from '@payloadcms/ui'
import { LISTING_ROWS } from '../limits.ts'
import './listing-table.css'

type Row = { path: string; kind: 'file' | 'folder' | 'link'; bytes: number; isShown: boolean }

const HEADING = 'archive-listing'
const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** As people read sizes: `512 byte`, `3.4 kB`. */
const sizeOf = (bytes: number): string => {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: UNITS[power],
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power)
}

const remarkOf = ({ kind, isShown }: Row) =>
  kind === 'file' ? (isShown ? 'Text' : 'Not shown') : ''

const ListedRow = ({ row }: { row: Row }) => (
  <tr>
    <td className="archive-listing__path">{row.kind === 'folder' ? `${row.path}/` : row.path}</td>
    <td className="archive-listing__size">{row.kind === 'file' ? sizeOf(row.bytes) : row.kind}</td>
    <td>{remarkOf(row)}</td>
  </tr>
)

export const ListingTable = () => {
  const value = useFormFields(([fields]) => fields.listing?.value)
  const rows = Array.isArray(value) ? (value as Row[]) : []
  if (rows.length === 0) return null
  const more = rows.length - LISTING_ROWS
  return (
    <section className="archive-listing field-type" aria-labelledby={HEADING}>
      <h3 id={HEADING}>What is in it</h3>
      <div className="table archive-listing__table">
        <table aria-labelledby={HEADING}>
          <thead>
            <tr>
              <th scope="col">Path</th>
              <th scope="col">Size</th>
              <th scope="col">On the site</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, LISTING_ROWS).map((row) => (
              <ListedRow key={row.path} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>And {more} more.</p>}
    </section>
  )
}
