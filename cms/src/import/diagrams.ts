// Diagrams, whose kind has had three sets of names. Nobody has said yet in words what they show.
import { LINE, PARAGRAPH, ROWS } from '../fields/text-lengths.ts'
import { DIAGRAM } from '../limits.ts'
import type { Notes } from './notes.ts'
import { createReader, cut, type Entry, type Reader, titled } from './reader.ts'
import { isRecord } from './rows.ts'

export type DiagramRow = {
  kind: 'mermaid' | 'svg' | 'ascii'
  title: string
  source: string
  textAlternative: string
  description?: string
}

const MERMAID =
  /^\s*(?:---[\s\S]*?---\s*)?(?:%%[^\n]*\n\s*)*(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|journey|mindmap|timeline|gitGraph|C4\w+|block|architecture)\b/

const kindOf = (said: string | undefined, source: string): DiagramRow['kind'] => {
  if (/^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(source.slice(0, 2000))) return 'svg'
  if (MERMAID.test(source.slice(0, 2000))) return 'mermaid'
  const name = said?.toLowerCase()
  return name === 'mermaid' || name === 'flowchart' ? 'mermaid' : 'ascii'
}

type Given = {
  source: unknown
  title: string
  said?: string | undefined
  description?: string | undefined
}

const diagram = (
  { source, title, said, description }: Given,
  where: string,
  notes: Notes,
): DiagramRow | undefined => {
  if (typeof source !== 'string' || source.trim() === '') return undefined
  if (/^https?:\/\/\S+$/.test(source.slice(0, 4000).trim())) {
    notes.add(where, 'left out, a diagram elsewhere: upload its picture', source)
    return undefined
  }
  const text = source.replaceAll('\0', '')
  const kind = kindOf(said, text)
  const max = kind === 'svg' ? DIAGRAM.maxDrawingCharacters : DIAGRAM.maxSourceCharacters
  if (text.length > max) {
    notes.add(where, `left out, longer than ${max} characters`, source)
    return undefined
  }
  notes.add(where, 'its text alternative is only its title: say in words what it shows')
  return {
    kind,
    title,
    source: text,
    textAlternative: title,
    ...(description ? { description } : {}),
  }
}

/** The one diagram that a row has as a text. */
export const oneDiagram = (
  reader: Reader,
  notes: Notes,
  name: string,
  title: string,
): DiagramRow[] => {
  const source = reader.raw('architecture_diagram')?.value
  const said = reader.text(40, 'diagram_type')
  const made = diagram({ source, title: title.slice(0, LINE), said }, name, notes)
  if (!made && source !== undefined && typeof source !== 'string')
    notes.add(name, 'left out, this is no text', source)
  return made ? [made] : []
}

/** `[{title, diagram, description}]`, texts, or either by name. */
export const diagrams = (reader: Reader, notes: Notes, title: string): DiagramRow[] =>
  reader.list(['architecture_diagrams'], ROWS, (entry: Entry, where) => {
    const fallback = (entry.name ? titled(entry.name) : title).slice(0, LINE)
    if (!isRecord(entry.value)) {
      if (typeof entry.value !== 'string')
        notes.add(where, 'left out, this is no diagram', entry.value)
      return diagram({ source: entry.value, title: fallback }, where, notes)
    }
    const inner = createReader(entry.value, notes, where)
    const own = inner.text(LINE, 'title', 'name') ?? fallback
    const description = inner.text(PARAGRAPH, 'description')
    const said = inner.text(40, 'type', 'diagram_type')
    const source = inner.raw('diagram', 'source', 'code')?.value
    inner.finish(['id', 'order'])
    return diagram(
      { source, title: cut(own, LINE, where, notes) ?? title, said, description },
      where,
      notes,
    )
  })
