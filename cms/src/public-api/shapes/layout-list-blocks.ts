// Blocks of a page that are lists of something: figures, cards, tabs, cells, projects, technologies, documents.
import { z } from 'zod'
import type {
  DocumentsBlock,
  FeatureCardsBlock,
  Project,
  ProjectListBlock,
  StatBarBlock,
  TableBlock,
  TabsBlock,
  Technology,
  TechnologyGroupsBlock,
} from '../../payload-types.ts'
import { documentsOf, documentsShape, figuresOf, figuresShape } from './details.ts'
import { imageOf, imageShape } from './image.ts'
import { linksOf, linksShape } from './links.ts'
import { projectSummaryOf, projectSummaryShape } from './project.ts'
import { publicOnes, shape, textOf } from './registry.ts'
import { shapedBlock } from './shaped-block.ts'
import { technologyOf, technologyShape } from './technology.ts'

const text = z.string().nullable()

const sectionsShape = z.array(
  shape(
    'Section',
    z.object({
      title: text,
      /** An empty line starts a paragraph. */
      text,
      picture: imageShape.nullable(),
      links: linksShape,
    }),
  ),
)

type StoredSections = TabsBlock['tabs'][number]['sections']

const sectionsOf = (sections: StoredSections): z.output<typeof sectionsShape> =>
  (sections ?? []).map(({ title, text, picture, links }) => ({
    title: textOf(title),
    text: textOf(text),
    picture: imageOf(picture),
    links: linksOf(links),
  }))

const statBar = shapedBlock({
  name: 'statBar',
  type: 'statBar',
  fields: { stats: figuresShape },
  of: ({ stats }: StatBarBlock) => ({ stats: figuresOf(stats) }),
})

const featureCards = shapedBlock({
  name: 'featureCards',
  type: 'featureCards',
  fields: { title: text, cards: sectionsShape },
  of: ({ title, cards }: FeatureCardsBlock) => ({ title: textOf(title), cards: sectionsOf(cards) }),
})

const tabs = shapedBlock({
  name: 'tabs',
  type: 'tabs',
  fields: {
    title: z.string(),
    tabs: z.array(z.object({ label: z.string(), sections: sectionsShape })),
  },
  of: ({ title, tabs: stored }: TabsBlock) => ({
    title,
    tabs: (stored ?? []).map(({ label, sections }) => ({ label, sections: sectionsOf(sections) })),
  }),
})

const table = shapedBlock({
  name: 'table',
  type: 'table',
  fields: {
    caption: z.string(),
    hasHeaderRow: z.boolean(),
    hasHeaderColumn: z.boolean(),
    /** Of as many cells each; empty ones are empty texts. */
    rows: z.array(z.array(z.string())),
  },
  of: ({ caption, hasHeaderRow, hasHeaderColumn, rows }: TableBlock) => ({
    caption,
    hasHeaderRow: hasHeaderRow === true,
    hasHeaderColumn: hasHeaderColumn === true,
    rows: (rows ?? []).map(({ cells }) => (cells ?? []).map(({ text }) => text ?? '')),
  }),
})

/** Its projects are those that it shows now, however they were chosen. */
const projectList = shapedBlock({
  name: 'projectList',
  type: 'projectList',
  fields: { title: text, projects: z.array(projectSummaryShape) },
  of: ({ title, projects }: ProjectListBlock) => ({
    title: textOf(title),
    projects: publicOnes<Project>(projects).map(projectSummaryOf),
  }),
})

const technologyGroups = shapedBlock({
  name: 'technologyGroups',
  type: 'technologyGroups',
  fields: {
    title: text,
    groups: z.array(z.object({ title: z.string(), text, technologies: z.array(technologyShape) })),
  },
  of: ({ title, groups }: TechnologyGroupsBlock) => ({
    title: textOf(title),
    groups: (groups ?? []).map(({ title, text, technologies }) => ({
      title,
      text: textOf(text),
      technologies: publicOnes<Technology>(technologies).map(technologyOf),
    })),
  }),
})

const documents = shapedBlock({
  name: 'documents',
  type: 'documents',
  fields: { title: text, documents: documentsShape },
  of: ({ title, documents: stored }: DocumentsBlock) => ({
    title: textOf(title),
    documents: documentsOf(stored),
  }),
})

export const listBlocks = [
  statBar,
  featureCards,
  tabs,
  table,
  projectList,
  technologyGroups,
  documents,
] as const
