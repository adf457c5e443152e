// A drawing of how things hang together.
import type { Block } from 'payload'
import { diagramFields } from '../diagrams/fields.ts'

export const diagramBlock: Block = {
  slug: 'diagram',
  interfaceName: 'DiagramBlock',
  labels: { singular: 'Diagram', plural: 'Diagrams' },
  fields: diagramFields(),
}
