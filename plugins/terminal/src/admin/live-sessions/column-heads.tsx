// The heads of a table's columns.
import type { Say } from '../use-words.ts'

export const ColumnHeads = <C extends Parameters<Say>[0]>({
  columns,
  say,
}: {
  columns: readonly C[]
  say: Say
}) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th key={column} scope="col">
          {say(column)}
        </th>
      ))}
    </tr>
  </thead>
)
