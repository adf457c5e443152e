// Blocks of a page that are words: prose, the top of a page, a call to action, a case study.
import { z } from 'zod'
import type {
  CallToActionBlock,
  CaseStudyBlock,
  HeroBlock,
  Project,
  ProseBlock,
} from '../../payload-types.ts'
import { describedFiguresOf, describedFiguresShape } from './details.ts'
import { imageOf, imageShape } from './image.ts'
import { projectLinkShape, projectLinksOf } from './link-to.ts'
import { linksOf, linksShape } from './links.ts'
import { publicOnes, textOf } from './registry.ts'
import { richTextOf, richTextShape } from './rich-text.ts'
import { shapedBlock } from './shaped-block.ts'

const text = z.string().nullable()

const hero = shapedBlock({
  name: 'hero',
  type: 'hero',
  fields: { title: text, text, picture: imageShape.nullable(), actions: linksShape },
  of: ({ title, text, picture, actions }: HeroBlock) => ({
    title: textOf(title),
    text: textOf(text),
    picture: imageOf(picture),
    actions: linksOf(actions),
  }),
})

const prose = shapedBlock({
  name: 'prose',
  type: 'prose',
  fields: { body: richTextShape },
  of: ({ body }: ProseBlock) => ({ body: richTextOf(body) }),
})

const caseStudy = shapedBlock({
  name: 'caseStudy',
  type: 'caseStudy',
  fields: {
    title: z.string(),
    problem: z.string(),
    approach: z.string(),
    result: z.string(),
    figures: describedFiguresShape,
    picture: imageShape.nullable(),
    project: projectLinkShape.nullable(),
  },
  of: ({ title, problem, approach, result, figures, picture, project }: CaseStudyBlock) => ({
    title,
    problem,
    approach,
    result,
    figures: describedFiguresOf(figures),
    picture: imageOf(picture),
    project: projectLinksOf(publicOnes<Project>(project))[0] ?? null,
  }),
})

const callToAction = shapedBlock({
  name: 'callToAction',
  type: 'callToAction',
  fields: { title: z.string(), text, actions: linksShape },
  of: ({ title, text, actions }: CallToActionBlock) => ({
    title,
    text: textOf(text),
    actions: linksOf(actions),
  }),
})

export const textBlocks = [hero, prose, caseStudy, callToAction] as const
