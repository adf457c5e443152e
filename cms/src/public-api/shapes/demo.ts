// What can be run in a terminal, and what is there to look at until somebody does.
import {
  type PlayedRecording,
  posterRuns,
  recordingPath,
} from '@shellfolio/payload-terminal/recordings'
import { z } from 'zod'
import type { LastTry } from '../../demos/last-try.ts'
import type { Demo as Stored } from '../../payload-types.ts'
import { publicOne, shape, textOf } from './registry.ts'

const text = z.string().nullable()

export const recordingShape = shape(
  'Recording',
  z.object({
    title: z.string(),
    /** Path on the CMS of the same with its `cast`, an asciicast of version 2. */
    address: z.string(),
    durationMs: z.number(),
    cols: z.int(),
    rows: z.int(),
    /** The screen that says most of it: pieces of text one after the other, each with the classes of its look. */
    poster: z.array(z.object({ classes: z.array(z.string()), text: z.string() })),
  }),
)

export const demoShape = shape(
  'Demo',
  z.object({
    /** By which a ticket is asked for. */
    id: z.string(),
    title: z.string(),
    toolchain: z.string(),
    mode: z.string(),
    welcome: text,
    commands: z.array(
      z.object({
        label: z.string(),
        command: z.string(),
        explanation: text,
        /** A piece of what the command prints when it works. */
        expect: text,
      }),
    ),
    recording: recordingShape.nullable(),
    /** How its commands went when they were last tried, which is every night; null before that. */
    lastTry: z.object({ ok: z.boolean(), at: z.iso.datetime() }).nullable(),
  }),
)

export type Demo = z.output<typeof demoShape>

/** What is not in the document itself. */
export type AroundDemo = { recording: PlayedRecording | undefined; lastTry: LastTry | undefined }

/** The demo of a relation, if visitors may run it. */
export const enabledDemo = (relation: string | Stored | null | undefined): Stored | undefined => {
  const demo = publicOne<Stored>(relation)
  return demo?.enabled === true ? demo : undefined
}

const recordingOf = (
  demo: string,
  { title, durationMs, cols, rows, poster }: PlayedRecording,
): z.output<typeof recordingShape> => ({
  title,
  address: `/api${recordingPath(demo)}`,
  durationMs,
  cols,
  rows,
  poster: posterRuns(poster),
})

/** Null unless visitors may run it. */
export const demoOf = (
  relation: string | Stored | null | undefined,
  { recording, lastTry }: AroundDemo,
): Demo | null => {
  const demo = enabledDemo(relation)
  if (!demo) return null
  const { id, title, toolchain, mode, welcome, commands } = demo
  return {
    id,
    title,
    toolchain,
    mode,
    welcome: textOf(welcome),
    commands: (commands ?? []).map(({ label, command, explanation, expect }) => ({
      label,
      command,
      explanation: textOf(explanation),
      expect: textOf(expect),
    })),
    recording: recording ? recordingOf(id, recording) : null,
    lastTry: lastTry ?? null,
  }
}
