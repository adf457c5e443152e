// Blocks that a body may hold between its paragraphs.
import type { Block } from 'payload'
import { calloutBlock } from '../blocks/callout.ts'
import { codeBlock } from '../blocks/code.ts'
import { codeWalkthroughBlock } from '../blocks/code-walkthrough.ts'
import { diagramBlock } from '../blocks/diagram.ts'
import { fileTreeBlock } from '../blocks/file-tree.ts'
import { galleryBlock } from '../blocks/gallery.ts'
import { metricsBlock } from '../blocks/metrics.ts'
import { quoteBlock } from '../blocks/quote.ts'
import { terminalStepBlock } from '../blocks/terminal-step.ts'
import { timelineBlock } from '../blocks/timeline.ts'
import { videoBlock } from '../blocks/video.ts'

export const bodyBlocks: Block[] = [
  codeBlock,
  codeWalkthroughBlock,
  diagramBlock,
  calloutBlock,
  galleryBlock,
  metricsBlock,
  timelineBlock,
  videoBlock,
  fileTreeBlock,
  terminalStepBlock,
  quoteBlock,
]
