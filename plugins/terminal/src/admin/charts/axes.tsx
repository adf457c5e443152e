// Lines and labels of a chart over time: marks at its left, days below.
import { marksOf, shownLabels, WIDTH } from './scale.ts'

export const PLOT = { left: 64, right: WIDTH - 12, top: 14, bottom: 190 }
export const PLOT_HEIGHT = 220
/** All days of a week, and a few of more. */
const WEEK = 7
const LABELS = 5

export const yOf = (value: number, max: number): number =>
  PLOT.bottom - (value / max) * (PLOT.bottom - PLOT.top)

/** The middle of the place of one of `count` days. */
export const xOf = (index: number, count: number): number =>
  PLOT.left + ((index + 0.5) / count) * (PLOT.right - PLOT.left)

export type AxesProps = { max: number; mark: (value: number) => string; labels: string[] }

const anchorOf = (index: number, count: number) => {
  if (count <= WEEK) return 'middle'
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

export const Axes = ({ max, mark, labels }: AxesProps) => (
  <g>
    {marksOf(max).map((value) => (
      <g key={value}>
        <line
          className="terminal-chart__grid"
          x1={PLOT.left}
          x2={PLOT.right}
          y1={yOf(value, max)}
          y2={yOf(value, max)}
        />
        <text x={PLOT.left - 8} y={yOf(value, max) + 4} textAnchor="end">
          {mark(value)}
        </text>
      </g>
    ))}
    {shownLabels(labels.length, labels.length <= WEEK ? WEEK : LABELS).map((index) => (
      <text
        key={index}
        x={xOf(index, labels.length)}
        y={PLOT.bottom + 22}
        textAnchor={anchorOf(index, labels.length)}
      >
        {labels[index]}
      </text>
    ))}
  </g>
)
