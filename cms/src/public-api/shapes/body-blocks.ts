// Blocks between the paragraphs of a text.
import { z } from 'zod'
import { readFileTree } from '../../blocks/file-tree-text.ts'
import { hostedVideo } from '../../blocks/video-address.ts'
import type {
  CalloutBlock,
  CodeWalkthroughBlock,
  Demo,
  DiagramBlock,
  FileTreeBlock,
  MetricsBlock,
  TerminalStepBlock,
  TimelineBlock,
  VideoBlock,
} from '../../payload-types.ts'
import {
  captionsOf,
  captionsShape,
  describedFiguresOf,
  describedFiguresShape,
  diagramOf,
  diagramShape,
  fileOf,
  fileShape,
  listingsOf,
  listingsShape,
} from './details.ts'
import { imageOf, imageShape } from './image.ts'
import { publicOne, textOf } from './registry.ts'
import { blockOf, shapedBlock, shapesOf } from './shaped-block.ts'
import { codeShaped, galleryShaped, quotationShaped } from './shared-blocks.ts'

const text = z.string().nullable()

const walkthrough = shapedBlock({
  name: 'codeWalkthrough',
  type: 'walkthrough',
  fields: { title: text, steps: listingsShape },
  of: ({ title, steps }: CodeWalkthroughBlock) => ({
    title: textOf(title),
    steps: listingsOf(steps),
  }),
})

const diagram = shapedBlock({
  name: 'diagram',
  type: 'diagram',
  fields: { diagram: diagramShape },
  of: (stored: DiagramBlock) => ({ diagram: diagramOf(stored) }),
})

const callout = shapedBlock({
  name: 'callout',
  type: 'callout',
  fields: { tone: z.string(), text: z.string() },
  of: ({ tone, text }: CalloutBlock) => ({ tone, text }),
})

const metrics = shapedBlock({
  name: 'metrics',
  type: 'metrics',
  fields: { title: text, metrics: describedFiguresShape },
  of: ({ title, metrics: figures }: MetricsBlock) => ({
    title: textOf(title),
    metrics: describedFiguresOf(figures),
  }),
})

const timeline = shapedBlock({
  name: 'timeline',
  type: 'timeline',
  fields: {
    title: text,
    /** `when` is as people say it. */
    events: z.array(z.object({ when: z.string(), title: z.string(), text })),
  },
  of: ({ title, events }: TimelineBlock) => ({
    title: textOf(title),
    events: (events ?? []).map(({ when, title, text }) => ({ when, title, text: textOf(text) })),
  }),
})

const video = shapedBlock({
  name: 'video',
  type: 'video',
  fields: {
    title: z.string(),
    /** One of these is there, the other null. */
    hosted: z.object({ host: z.enum(['youtube', 'vimeo']), id: z.string() }).nullable(),
    file: fileShape.nullable(),
    /** WebVTT of what is heard in `file`, in each language that there is. */
    captions: captionsShape,
    poster: imageShape.nullable(),
    caption: text,
  },
  of: ({ title, source, address, file, poster, caption }: VideoBlock) => {
    const isHosted = source !== 'upload'
    const hosted = (isHosted && hostedVideo(address ?? '')) || null
    const uploaded = isHosted ? null : fileOf(file)
    if (!hosted && !uploaded) return undefined
    return {
      title,
      hosted,
      file: uploaded,
      captions: isHosted ? [] : captionsOf(file),
      poster: imageOf(poster),
      caption: textOf(caption),
    }
  },
})

const fileTree = shapedBlock({
  name: 'fileTree',
  type: 'fileTree',
  fields: {
    title: text,
    /** From top to bottom; `depth` counts the folders around a line, names of folders end with a slash. */
    lines: z.array(
      z.object({
        depth: z.int().nonnegative(),
        name: z.string(),
        isFolder: z.boolean(),
        remark: text,
      }),
    ),
    caption: text,
  },
  of: ({ title, tree, caption }: FileTreeBlock) => {
    const read = readFileTree(tree ?? '')
    if (!read.ok) return undefined
    return { title: textOf(title), lines: read.lines, caption: textOf(caption) }
  },
})

const terminalStep = shapedBlock({
  name: 'terminalStep',
  type: 'terminalStep',
  fields: {
    label: z.string(),
    command: z.string(),
    explanation: text,
    expected: text,
    /** Whether it is for the demo of the project itself. Otherwise for `demo`, null while nobody may start that. */
    isForOwnDemo: z.boolean(),
    demo: z.object({ id: z.string(), title: z.string() }).nullable(),
  },
  of: ({ label, command, explanation, expected, demo: relation }: TerminalStepBlock) => {
    const demo = publicOne<Demo>(relation)
    return {
      label,
      command,
      explanation: textOf(explanation),
      // Its spaces are part of it.
      expected: expected || null,
      isForOwnDemo: !relation,
      demo: demo?.enabled ? { id: demo.id, title: demo.title } : null,
    }
  },
})

const BLOCKS = [
  codeShaped,
  walkthrough,
  diagram,
  callout,
  galleryShaped,
  metrics,
  timeline,
  video,
  fileTree,
  terminalStep,
  quotationShaped,
] as const

export const bodyBlockShapes = shapesOf(BLOCKS)

export const bodyBlockOf = (stored: unknown) => blockOf(BLOCKS, stored)
