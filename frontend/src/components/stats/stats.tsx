// A few figures about a project, as a description list.
import type { Project } from '../../cms/shapes/project.ts'

export const Stats = ({ stats }: { stats: Project['stats'] }) =>
  stats.length === 0 ? null : (
    <dl className="stats">
      {stats.map(({ value, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
