// What came of the work: figures, each with what it means.
import type { DescribedFigure } from '../../cms/shapes/parts.ts'

export const Impact = ({ figures }: { figures: readonly DescribedFigure[] }) =>
  figures.length === 0 ? null : (
    <ul className="impact">
      {figures.map(({ value, label, description }) => (
        <li key={`${value}${label}`}>
          {value && <p className="impact-value">{value}</p>}
          <p className="impact-label">{label}</p>
          {description && <p className="impact-text">{description}</p>}
        </li>
      ))}
    </ul>
  )
