// States of a message to the site, and their names for people.

export const STATES = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed, is tried again',
  'given-up': 'Given up',
} as const

export type DeliveryState = keyof typeof STATES
