// The kinds of diagrams, and what each is made of.

export const KINDS = ['mermaid', 'svg', 'image', 'ascii'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_LABELS = {
  mermaid: 'Mermaid',
  svg: 'SVG',
  image: 'Picture',
  ascii: 'Plain text',
} satisfies Record<Kind, string>

const kindOf = (siblings: unknown): unknown => (siblings as { kind?: unknown } | undefined)?.kind

/** Conditions of fields: `siblings` are the other fields of the diagram. */
export const isImage = (_data: unknown, siblings: unknown): boolean => kindOf(siblings) === 'image'
export const hasSource = (_data: unknown, siblings: unknown): boolean =>
  kindOf(siblings) !== 'image'
