// Terms and what they are, side by side. Those without a value are not there.
import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode }

const hasValue = ({ value }: Fact) =>
  value !== null && value !== undefined && value !== '' && value !== false

export const FactList = ({ facts }: { facts: readonly Fact[] }) => {
  const shown = facts.filter(hasValue)
  if (shown.length === 0) return null
  return (
    <dl className="facts">
      {shown.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
