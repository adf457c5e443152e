// Lines over days, told apart by colour and by dashes; a day without a value is a gap.
import { Axes, PLOT_HEIGHT, xOf, yOf } from './axes.tsx'
import { Chart, type ChartProps } from './chart.tsx'
import { roundUp } from './scale.ts'

export type Line = { name: string; values: (number | undefined)[] }

export type LinesProps = Omit<ChartProps, 'height' | 'children' | 'before'> & {
  labels: string[]
  /** Two at most: there are two styles. */
  lines: [Line] | [Line, Line]
  format: (value: number) => string
}

const STYLES = ['terminal-chart__line', 'terminal-chart__line terminal-chart__line--second']

/** Stretches of days that have a value. */
export const stretchesOf = (values: readonly (number | undefined)[]): [number, number][][] => {
  const stretches: [number, number][][] = []
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue
    const isNext = index > 0 && values[index - 1] !== undefined
    if (!isNext) stretches.push([])
    stretches.at(-1)?.push([index, value])
  }
  return stretches
}

const Legend = ({ lines }: Pick<LinesProps, 'lines'>) => (
  <ul className="terminal-chart__legend">
    {lines.map(({ name }, index) => (
      <li key={name}>
        <svg viewBox="0 0 28 8" aria-hidden="true">
          <line className={STYLES[index]} x1="0" x2="28" y1="4" y2="4" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
)

export const Lines = ({ labels, lines, format, ...chart }: LinesProps) => {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== undefined))
  const max = roundUp(Math.max(...values))
  const placeOf = ([index, value]: [number, number]) =>
    `${xOf(index, labels.length)},${yOf(value, max)}`
  return (
    <Chart {...chart} height={PLOT_HEIGHT} before={<Legend lines={lines} />}>
      <Axes max={max} mark={format} labels={labels} />
      {lines.map((line, index) =>
        stretchesOf(line.values).map((stretch) => (
          <g key={`${line.name} ${stretch[0]?.[0]}`} className={STYLES[index]}>
            <polyline points={stretch.map(placeOf).join(' ')} />
            {stretch.length === 1 && stretch[0] && (
              <circle cx={xOf(stretch[0][0], labels.length)} cy={yOf(stretch[0][1], max)} r="3" />
            )}
          </g>
        )),
      )}
    </Chart>
  )
}
