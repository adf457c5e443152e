// The checklist in a few words, for where there is no room for all of it.
import type { Level } from './facts.ts'
import type { Checklist } from './use-checklist.ts'

const UNKNOWN = {
  asking: 'looking …',
  unsaved: 'told once there is a draft',
  unknown: 'not known just now',
} as const satisfies Record<Exclude<Checklist['state'], 'known'>, string>

export const inOneLine = (checklist: Checklist): string => {
  if (checklist.state !== 'known') return UNKNOWN[checklist.state]
  const { items, refused } = checklist
  const count = (level: Level) => items.filter((item) => item.level === level).length
  const [needed, advice] = [count('blocks'), count('advice')]
  const parts = [
    ...(refused ? ['a plan was refused'] : []),
    ...(needed > 0 ? [`${needed} needed`] : []),
    ...(advice > 0 ? [`${advice} worth a look`] : []),
  ]
  return parts.join(', ') || 'all is right'
}
