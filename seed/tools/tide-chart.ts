// Draws a fortnight of invented tides as SVG: the sum of five constituents, as real tide tables are computed.

/** Amplitude in metres, speed in degrees per hour, phase in degrees. */
const CONSTITUENTS = [
  { amplitude: 1.52, speed: 28.984, phase: 40 },
  { amplitude: 0.55, speed: 30, phase: 85 },
  { amplitude: 0.31, speed: 28.44, phase: 12 },
  { amplitude: 0.14, speed: 15.041, phase: 130 },
  { amplitude: 0.11, speed: 13.943, phase: 290 },
]
const HOURS = 24 * 14
const STEP_HOURS = 0.5

const radians = (degrees: number): number => (degrees * Math.PI) / 180

const heightAt = (hour: number): number =>
  CONSTITUENTS.reduce(
    (sum, { amplitude, speed, phase }) => sum + amplitude * Math.cos(radians(speed * hour - phase)),
    0,
  )

/** An SVG element of the given size in pixels. */
export const tideChart = (width: number, height: number): string => {
  const left = 130
  const right = width - 80
  const middle = height / 2 + 30
  const x = (hour: number) => left + ((right - left) * hour) / HOURS
  const y = (metres: number) => middle - metres * (height / 7.5)
  const points: string[] = []
  for (let hour = 0; hour <= HOURS; hour += STEP_HOURS) {
    points.push(`${x(hour).toFixed(1)},${y(heightAt(hour)).toFixed(1)}`)
  }
  const days = Array.from({ length: 15 }, (_, day) => {
    const at = x(day * 24)
    const label = day < 14 ? `<text x="${at + 8}" y="${height - 60}">${day + 1}</text>` : ''
    return `<line x1="${at}" x2="${at}" y1="150" y2="${height - 95}" class="grid"/>${label}`
  })
  const metres = [-2, -1, 0, 1, 2].map(
    (value) =>
      `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" class="grid"/>` +
      `<text x="60" y="${y(value) + 8}">${value > 0 ? '+' : ''}${value} m</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" style="display:block">
<style>text{font:24px sans-serif;fill:#8d96a3}.title{font-size:34px;fill:#d7dbe0}.grid{stroke:#272d36}</style>
<text x="60" y="90" class="title">Predicted height of tide, 14 days</text>
${days.join('')}${metres.join('')}
<polygon points="${x(0)},${y(0)} ${points.join(' ')} ${x(HOURS)},${y(0)}" fill="#70c0b1" opacity="0.16"/>
<polyline points="${points.join(' ')}" fill="none" stroke="#70c0b1" stroke-width="3"/>
</svg>`
}
