// A tagged PDF that is written from top to bottom: what reads it aloud follows the same order as the eye.
import type PDFDocument from 'pdfkit'
import { fontFiles, runsOf, type Weight } from './fonts.ts'

/** In points, 72 to an inch. */
const PAGE = { margin: 50, label: 104, gutter: 16, bottom: 56 } as const

const INK = '#1d1b18'
export const QUIET = '#5a564e'
const LINE = '#dedad1'
const ACCENT = '#9c3417'

export type Style = { size: number; weight?: Weight; color?: string }

type Document = InstanceType<typeof PDFDocument>
export type Element = PDFKit.PDFStructureElement

export type SheetOptions = {
  title: string
  author: string
  subject: string | null
  /** As in the `lang` attribute. */
  language: string
}

type Place = { x: number; width: number; y?: number; align?: 'right' }

/** pdfkit is heavy and rarely needed, so it is loaded with the first PDF. */
const load = async () => (await import('pdfkit')).default

export const createSheet = async ({ title, author, subject, language }: SheetOptions) => {
  const Pdf = await load()
  const doc: Document = new Pdf({
    size: 'A4',
    margins: { top: PAGE.margin, left: PAGE.margin, right: PAGE.margin, bottom: PAGE.bottom },
    // Fonts of its own have no licence to be embedded, and would be loaded although nothing is written in them.
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author, ...(subject ? { Subject: subject } : {}) },
  })
  for (const [name, file] of fontFiles()) doc.registerFont(name, file)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })

  const root = doc.struct('Document', { title, lang: language })
  doc.addStructure(root)

  const heightOf = (text: string, { size, weight = 'regular' }: Style, width: number): number => {
    const runs = runsOf(text, weight)
    const written = runs.map((run) => run.text).join('')
    return doc.font(runs[0]?.font ?? '', size).heightOfString(written, { width })
  }

  const draw = (text: string, style: Style, { x, width, y = doc.y, align }: Place) => {
    const { size, weight = 'regular', color = INK } = style
    const runs = runsOf(text, weight)
    doc.fillColor(color)
    runs.forEach((run, index) => {
      const options = { width, continued: index < runs.length - 1, ...(align ? { align } : {}) }
      doc.font(run.font, size)
      if (index === 0) doc.text(run.text, x, y, options)
      else doc.text(run.text, options)
    })
  }

  return {
    doc,
    left: PAGE.margin,
    /** Where content starts, and how wide it is. */
    column: {
      x: PAGE.margin + PAGE.label + PAGE.gutter,
      width: doc.page.width - 2 * PAGE.margin - PAGE.label - PAGE.gutter,
    },
    full: { x: PAGE.margin, width: doc.page.width - 2 * PAGE.margin },
    heightOf,

    /** A part of the document that is named in the outline. */
    part: (name: string): Element => {
      const element = doc.struct('Sect', { title: name })
      root.add(element)
      doc.outline.addItem(name)
      return element
    },

    /** Words, as an element of their own in `parent`. */
    write: (parent: Element | null, tag: string, text: string, style: Style, place: Place) => {
      const element = doc.struct(tag)
      ;(parent ?? root).add(element)
      element.add(() => draw(text, style, place))
      element.end()
    },

    /** Words on one line that lead somewhere, within the element `parent`. */
    link: (parent: Element, text: string, href: string, style: Style, place: Place) => {
      const { y = doc.y } = place
      const element = doc.struct('Link')
      parent.add(element)
      const width = Math.min(
        place.width,
        doc
          .font(runsOf(text, style.weight ?? 'regular')[0]?.font ?? '', style.size)
          .widthOfString(text),
      )
      element.add(() => {
        draw(text, { color: ACCENT, ...style }, place)
        doc.link(place.x, y, width, style.size * 1.3, href, {
          structParent: element,
          // A primitive string would be written as a name; the types know of primitives only.
          Contents: new String(text) as string,
        } as PDFKit.Mixins.AnnotationOption)
      })
      element.end()
    },

    /** An element that holds others. */
    group: (parent: Element | null, tag: string): Element => {
      const element = doc.struct(tag)
      ;(parent ?? root).add(element)
      return element
    },

    /** Decoration says nothing aloud. */
    rule: (y: number) => {
      doc.markContent('Artifact', { type: 'Layout' })
      doc
        .moveTo(PAGE.margin, y)
        .lineTo(doc.page.width - PAGE.margin, y)
        .lineWidth(0.5)
        .stroke(LINE)
      doc.endMarkedContent()
    },

    /** Begins a new page unless `height` still fits. */
    keep: (height: number) => {
      if (doc.y + height > doc.page.height - PAGE.bottom) doc.addPage()
    },

    /** Numbers the pages where there are several; ends the document. `say`: the words for one of them. */
    finish: async (say: (page: number, pages: number) => string): Promise<Buffer> => {
      const { count } = doc.bufferedPageRange()
      for (let page = 0; count > 1 && page < count; page += 1) {
        doc.switchToPage(page)
        // Below the margin, where text would otherwise begin a page of its own.
        doc.page.margins.bottom = 0
        doc.markContent('Artifact', { type: 'Pagination' })
        draw(
          say(page + 1, count),
          { size: 8, color: QUIET },
          {
            x: PAGE.margin,
            width: doc.page.width - 2 * PAGE.margin,
            y: doc.page.height - PAGE.bottom + 20,
            align: 'right',
          },
        )
        doc.endMarkedContent()
      }
      root.end()
      doc.end()
      return written
    },
  }
}

export type Sheet = Awaited<ReturnType<typeof createSheet>>
