// A place in the queue as its holder knows it: a secret like a ticket, remembered by its hash only.
import { hashTicket, mintTicket } from '../tickets/ticket.ts'

const SHAPE = /^[A-Za-z0-9_-]{43}$/

export const mintPlace = (): string => mintTicket()

export const hashPlace = (place: string): string => hashTicket(`place:${place}`)

export const isPlace = (value: string): boolean => SHAPE.test(value)
