// Limits of a terminal session. The terminal service has maxima of its own and never goes beyond them.
import type { GroupField, NumberField } from 'payload'

type Bounds = { label: string; min: number; max: number; defaultValue: number }

const BOUNDS = {
  idleMinutes: { label: 'Minutes without typing', min: 1, max: 60, defaultValue: 5 },
  maxMinutes: { label: 'Minutes in all', min: 1, max: 120, defaultValue: 30 },
  memoryMb: { label: 'Memory in MB', min: 32, max: 4096, defaultValue: 512 },
  diskMb: { label: 'Disk in MB', min: 1, max: 1024, defaultValue: 100 },
  processes: { label: 'Processes', min: 8, max: 512, defaultValue: 64 },
} satisfies Record<string, Bounds>

const fields = (hasDefaults: boolean): NumberField[] =>
  Object.entries(BOUNDS).map(([name, { defaultValue, ...bounds }]) => ({
    name,
    type: 'number',
    ...bounds,
    required: hasDefaults,
    ...(hasDefaults ? { defaultValue } : { admin: { placeholder: String(defaultValue) } }),
  }))

/** What one demo sets for itself; what it leaves empty comes from the defaults. */
export const sessionLimits = (): GroupField => ({
  name: 'limits',
  type: 'group',
  admin: { description: 'Leave empty to use the defaults of the terminal settings.' },
  fields: fields(false),
})

export const defaultSessionLimits = (): GroupField => ({
  name: 'defaults',
  type: 'group',
  label: 'Default limits of a session',
  fields: fields(true),
})
