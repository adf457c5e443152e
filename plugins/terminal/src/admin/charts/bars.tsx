// One bar for each name, the longest for the largest.
import { Chart, type ChartProps } from './chart.tsx'
import { cut, WIDTH } from './scale.ts'

export type BarsProps = Omit<ChartProps, 'height' | 'children'> & {
  /** `note` stands at the right: the value, and what else is to be said of it. */
  bars: { name: string; value: number; note: string }[]
}

const ROW = 44
const BAR = 14
/** As many as fit beside a note. */
const MAX_NAME_CHARS = 52

export const Bars = ({ bars, ...chart }: BarsProps) => {
  const max = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <Chart {...chart} height={bars.length * ROW}>
      {bars.map(({ name, value, note }, index) => (
        <g key={name}>
          <text x={0} y={index * ROW + 16}>
            {cut(name, MAX_NAME_CHARS)}
          </text>
          <text x={WIDTH} y={index * ROW + 16} textAnchor="end">
            {note}
          </text>
          <rect
            className="terminal-chart__track"
            x={0}
            y={index * ROW + 22}
            width={WIDTH}
            height={BAR}
          />
          <rect
            className="terminal-chart__fill"
            x={0}
            y={index * ROW + 22}
            width={(value / max) * WIDTH}
            height={BAR}
          />
        </g>
      ))}
    </Chart>
  )
}
