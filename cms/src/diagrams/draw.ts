// Draws one mermaid source. It runs in a page, the editor's or the server's: it must not name anything of this module
// but types, because the server sends it into its page as text.
import type { Mermaid, MermaidConfig } from 'mermaid'

export type DrawOrder = { source: string; settings: MermaidConfig; id: string }
/** `line` of the source, from 1, where it is known. */
export type DrawFault = { message: string; line?: number }
export type Drawn = { svg: string } | DrawFault

export const draw = async (
  { source, settings, id }: DrawOrder,
  mermaid: Pick<Mermaid, 'initialize' | 'render'> = (globalThis as unknown as { mermaid: Mermaid })
    .mermaid,
): Promise<Drawn> => {
  // Mermaid strikes comments, a heading and blank lines at the start out before it counts lines.
  const uncommented = source.replace(/^[ \t]*%%(?!\{).*$/gm, '')
  const [heading = ''] = /^\s*---\s*\n[\s\S]*?\n---\s*\n|^\s*\n/.exec(uncommented) ?? []
  const skipped = heading.split('\n').length - 1
  mermaid.initialize(settings)
  try {
    const { svg } = await mermaid.render(id, uncommented)
    const root = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')
    return root
      ? { svg: new XMLSerializer().serializeToString(root) }
      : { message: 'Nothing was drawn.' }
  } catch (error) {
    const { message, hash, result } = error as {
      message?: string
      hash?: { loc?: { first_line?: number } }
      result?: {
        parserErrors?: { token?: { startLine?: number } }[]
        lexerErrors?: { line?: number }[]
      }
    }
    const told =
      hash?.loc?.first_line ??
      result?.lexerErrors?.[0]?.line ??
      result?.parserErrors?.[0]?.token?.startLine ??
      Number(/line (\d+)/i.exec(message ?? '')?.[1] ?? Number.NaN)
    const last = source.trimEnd().split('\n').length
    const line = Number.isFinite(told) ? { line: Math.min(told + skipped, last) } : {}
    return { message: message ?? 'Mermaid does not understand this.', ...line }
  } finally {
    // What a drawing that failed leaves behind in the page.
    document.getElementById(`d${id}`)?.remove()
  }
}
