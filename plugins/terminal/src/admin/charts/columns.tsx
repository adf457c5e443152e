// One column for each day.
import { Axes, PLOT, PLOT_HEIGHT, xOf, yOf } from './axes.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { roundUp } from './scale.ts'

export type ColumnsProps = Omit<ChartProps, 'height' | 'children'> & {
  points: { label: string; value: number }[]
  format: (value: number) => string
}

/** Share of a day's place that its column takes. */
const FILL = 0.7

export const Columns = ({ points, format, ...chart }: ColumnsProps) => {
  const max = roundUp(Math.max(...points.map(({ value }) => value)))
  const width = ((PLOT.right - PLOT.left) / points.length) * FILL
  return (
    <Chart {...chart} height={PLOT_HEIGHT}>
      <Axes max={max} mark={format} labels={points.map(({ label }) => label)} />
      {points.map(({ label, value }, index) => (
        <rect
          key={label}
          className="terminal-chart__fill"
          x={xOf(index, points.length) - width / 2}
          y={yOf(value, max)}
          width={width}
          height={PLOT.bottom - yOf(value, max)}
        />
      ))}
    </Chart>
  )
}
