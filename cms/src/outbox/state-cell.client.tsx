'use client'
// In the list: how a message stands, in the colour of a label.
import { Pill } from '@payloadcms/ui'
import { type DeliveryState, STATES } from './states.ts'

const STYLES = {
  waiting: 'light',
  delivered: 'success',
  failed: 'warning',
  'given-up': 'error',
} as const satisfies Record<DeliveryState, string>

const isState = (value: unknown): value is DeliveryState =>
  typeof value === 'string' && Object.hasOwn(STATES, value)

export const StateCell = ({ cellData }: { cellData?: unknown }) =>
  isState(cellData) ? (
    <Pill pillStyle={STYLES[cellData]} size="small">
      {STATES[cellData]}
    </Pill>
  ) : null
