// Bounds of what owners write, and of what the admin shows beside it.
import { MIB } from './units.ts'

export const DIAGRAM = {
  /** Longest mermaid or plain text source. */
  maxSourceCharacters: 20_000,
  /** Largest drawing, and largest SVG that is kept as a diagram's source. */
  maxDrawingCharacters: 256 * 1024,
  /** Clean drawings that are known again without looking through them, by a hash of 44 characters each. */
  rememberedDrawings: 500,
  /** Pause in writing after which the preview is drawn, in milliseconds; shorter than that of autosave. */
  previewPauseMs: 400,
  /** How often somebody looks for diagrams to draw, and how many documents are drawn in one look. */
  cron: '*/10 * * * * *',
  documentsAtOnce: 5,
  /** Time for the server's browser to start, and for one drawing in it, in milliseconds. */
  startTimeoutMs: 20_000,
  drawTimeoutMs: 10_000,
  /** Memory of scripts in that browser, in MB. */
  browserHeapMb: 256,
  /** How often a drawing is put into a document that somebody saves at the same time. */
  maxStoreTries: 5,
  /** Retries of the job, the first after this long, in milliseconds. */
  maxRetries: 3,
  retryDelayMs: 5000,
} as const

/** Longest listing and longest README, in characters. */
export const MAX_CODE_CHARACTERS = 20_000
export const MAX_README_CHARACTERS = 100_000
/** Body of a request that tries the rules of a guided demo, in bytes: twice what a demo may have in plain letters. */
export const MAX_TEST_BYTES = 96 * 1024
/** Objects and lists in each other of one field: many times what the deepest text on a page needs. */
export const MAX_DATA_DEPTH = 300
/** A text of the editor: nodes, nodes in nodes, and characters of its JSON, drawings of diagrams included. */
export const BODY = { maxNodes: 10_000, maxDepth: 20, maxCharacters: 4 * MIB } as const
/** Blocks of one page, and the characters of their JSON. */
export const MAX_LAYOUT_BLOCKS = 40
export const MAX_LAYOUT_CHARACTERS = 8 * MIB
/** Versions kept of each document, and how long typing must pause before a draft is saved, in milliseconds. */
export const MAX_VERSIONS = 50
export const AUTOSAVE_INTERVAL_MS = 800

/** What search engines show of a title and a description, in characters, and files, documents or addresses that are looked up for one document. */
export const CHECKLIST = {
  title: { min: 10, max: 60 },
  description: { min: 50, max: 160 },
  maxTargets: 300,
} as const

/** Marks of technologies that the admin gets at a time, and characters of what it looks for. */
export const ICONS = { portion: 24, maxQueryCharacters: 80 } as const
/** Refused plans are shown for this many days, and of so many on the dashboard. */
export const REFUSED_PLANS = { days: 30, listed: 10 } as const

export const PREVIEW = {
  /** How long a preview link works, in milliseconds. */
  lifetimeMs: 15 * 60_000,
  /** The link in the admin's frame stays the same for up to this, in milliseconds, and works for as much less. */
  steadyMs: 5 * 60_000,
  /** Body of a request for a link, in bytes. */
  maxBodyBytes: 1024,
} as const
