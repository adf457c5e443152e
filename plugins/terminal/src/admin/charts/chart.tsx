// What every chart has: a heading, a picture with a name and a description, and its numbers as a table.
import type { ReactNode } from 'react'
import { WIDTH } from './scale.ts'
import './charts.css'

export type Table = { columns: string[]; rows: string[][] }

export type ChartProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** What the picture shows, in a sentence: for those who do not see it. */
  description: string
  /** The summary of the table. */
  tableLabel: string
  table: Table
  /** Height of the picture, in its own units. */
  height: number
  /** Between heading and picture. */
  before?: ReactNode
  /** Parts of the picture; they are named by the whole. */
  children: ReactNode
}

export const Chart = ({
  id,
  title,
  description,
  tableLabel,
  table,
  height,
  before,
  children,
}: ChartProps) => (
  <figure className="terminal-chart" aria-labelledby={`${id}-heading`}>
    <h2 id={`${id}-heading`}>{title}</h2>
    {before}
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${WIDTH} ${height}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
    <details>
      <summary>{tableLabel}</summary>
      <div className="table">
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {table.columns.slice(1).map((column, index) => (
                  <td key={column}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </figure>
)
