// A table. It scrolls in its own box, which the keyboard can reach; heads say what they are the head of.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { keyed } from '../../keyed.ts'

type DataTableProps = { id: string; table: LayoutBlockOf<'table'> }

type Scope = 'col' | 'row'
type CellProps = { text: string; scope: Scope | null }

/** An empty head would be the head of nothing. */
const Cell = ({ text, scope }: CellProps) =>
  scope && text.trim() !== '' ? <th scope={scope}>{text}</th> : <td>{text}</td>

type Cells = readonly string[]

const Row = ({ cells, width, scopeOf }: RowProps) => (
  <tr>
    {keyed(Array.from({ length: width }, (_, index) => cells[index] ?? '')).map(
      ({ key, item, index }) => (
        <Cell key={key} text={item} scope={scopeOf(index)} />
      ),
    )}
  </tr>
)

type RowProps = { cells: Cells; width: number; scopeOf: (column: number) => Scope | null }

export const DataTable = ({ id, table }: DataTableProps) => {
  const { caption, hasHeaderRow, hasHeaderColumn, rows } = table
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  if (width === 0) return null
  const head = hasHeaderRow ? rows[0] : undefined
  const body = head ? rows.slice(1) : rows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1)
    <section className="table-box" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption id={id}>{caption}</caption>
        {head && (
          <thead>
            <Row cells={head} width={width} scopeOf={() => 'col'} />
          </thead>
        )}
        <tbody>
          {keyed(body).map(({ key, item }) => (
            <Row
              key={key}
              cells={item}
              width={width}
              scopeOf={(column) => (hasHeaderColumn && column === 0 ? 'row' : null)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
