// What the style guide shows of one thing.
import type { ReactNode } from 'react'

export type Sample = { name: string; states: [string, ReactNode][] }
