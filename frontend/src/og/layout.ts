// The picture of a page as satori takes it: boxes of words on paper, and below them a screen.
import { writableSpaces } from '../writable-spaces.ts'
import { CARD, type Card, type Run } from './card.ts'
import { lookOf, PAPER, SCREEN } from './colours.ts'

export type Box = { type: 'div'; props: { style: object; children: Box[] | string } }

const SANS = 'Hanken Grotesk'
const MONO = 'JetBrains Mono'
const MARGIN = 64
/** Width of a character of the mono font, of its size. */
const ADVANCE = 0.6
/** And of the sans, which has wider and narrower ones. */
const USUAL_ADVANCE = 0.5
const SCREEN_PADDING = 28
/** Letters of a screen are as large as its longest line allows, up to this: previews are shown at half their size. */
const MOST_MONO = 24
/** A longer line is cut: its letters would be too small to read. */
const MOST_COLS = 120
const ROW_HEIGHT = 1.25
/** Height of the rows of a screen if there were no words above it, in pixels. */
const MOST_ROWS_HEIGHT = 356

const box = (style: object, children: Box[] | string): Box => ({
  type: 'div',
  // Satori wants every box with more than one child to say how it lays them out.
  props: {
    style: { display: 'flex', ...style },
    children: typeof children === 'string' ? writableSpaces(children) : children,
  },
})

/** Long titles are set smaller rather than cut. */
const titleSize = ({ title, screen }: Card) => {
  const most = screen ? 60 : 84
  if (title.length <= 24) return most
  return title.length <= 48 ? most * 0.8 : most * 0.62
}

const KIND = { fontSize: 26, below: 10 }
const TITLE_LINE = 1.08
const SUMMARY = { above: 18, lineHeight: 1.35 }
const summarySize = ({ screen }: Card) => (screen ? 27 : 34)
/** Above a screen there is room for so many lines of each. */
const MOST_LINES = 2

const words = (card: Card): Box => {
  const { title, summary, kind, screen } = card
  return box({ flexDirection: 'column', flexGrow: screen ? 0 : 1, justifyContent: 'center' }, [
    ...(kind
      ? [box({ color: PAPER.accent, fontSize: KIND.fontSize, marginBottom: KIND.below }, kind)]
      : []),
    box(
      {
        display: 'block',
        color: PAPER.ink,
        fontSize: titleSize(card),
        fontWeight: 600,
        lineHeight: TITLE_LINE,
        letterSpacing: '-0.02em',
        lineClamp: screen ? MOST_LINES : 3,
      },
      title,
    ),
    ...(summary
      ? [
          box(
            {
              display: 'block',
              color: PAPER.quiet,
              fontSize: summarySize(card),
              lineHeight: SUMMARY.lineHeight,
              marginTop: SUMMARY.above,
              lineClamp: screen ? MOST_LINES : 4,
            },
            summary,
          ),
        ]
      : []),
  ])
}

/** As many lines as a text of this size usually takes. */
const linesOf = (text: string, size: number) =>
  Math.min(MOST_LINES, Math.ceil((text.length * size * USUAL_ADVANCE) / (CARD.width - 2 * MARGIN)))

/** What the words above leave to the rows of a screen, in pixels. */
const roomForRows = (card: Card): number => {
  const { title, summary, kind } = card
  const size = titleSize(card)
  const small = summarySize(card)
  const above = kind ? KIND.fontSize * 1.3 + KIND.below : 0
  const below = summary ? SUMMARY.above + linesOf(summary, small) * small * SUMMARY.lineHeight : 0
  return MOST_ROWS_HEIGHT - above - linesOf(title, size) * size * TITLE_LINE - below
}

/** Spaces at the ends of a piece are part of a drawing. */
const piece = ({ classes, text }: Run): Box => box({ whiteSpace: 'pre', ...lookOf(classes) }, text)

/** Lines and blocks are in no font that is here: they are drawn as people did before there were any. */
const drawable = (text: string) =>
  text
    .replaceAll(/[\u2500\u2501\u2504\u2505\u2508\u2509\u2550]/g, '-')
    .replaceAll(/[\u2502\u2503\u2506\u2507\u250a\u250b\u2551]/g, '|')
    .replaceAll(/[\u250c-\u254b\u2552-\u257f]/g, '+')
    .replaceAll(/[\u2580-\u259f\u25a0]/g, '#')
    .replaceAll(/[\u2190-\u24ff\u25a1-\u2bff\ue000-\uf8ff]|\p{Extended_Pictographic}/gu, '*')

const cutTo = (line: readonly Run[], cols: number): Run[] => {
  let left = cols
  return line.flatMap(({ classes, text }) => {
    const part = Array.from(drawable(text)).slice(0, left).join('')
    left -= Array.from(part).length
    return part ? [{ classes, text: part }] : []
  })
}

const lengthOf = (line: readonly Run[]) =>
  line.reduce((sum, { text }) => sum + Array.from(text).length, 0)

const screenBox = (
  { title, lines, isNewestLast }: NonNullable<Card['screen']>,
  height: number,
): Box => {
  const cols = Math.min(MOST_COLS, Math.max(1, ...lines.map(lengthOf)))
  const room = CARD.width - 2 * (MARGIN + SCREEN_PADDING)
  const fontSize = Math.min(MOST_MONO, Math.floor((room / cols / ADVANCE) * 2) / 2)
  const fitting = Math.max(1, Math.floor(height / (fontSize * ROW_HEIGHT)))
  const shown = isNewestLast ? lines.slice(-fitting) : lines.slice(0, fitting)
  const rows = shown.map((line) => {
    const cut = cutTo(line, cols)
    return box({ height: fontSize * ROW_HEIGHT }, cut.length > 0 ? cut.map(piece) : ' ')
  })
  return box(
    {
      flexDirection: 'column',
      flexGrow: 1,
      overflow: 'hidden',
      marginTop: 32,
      borderRadius: 10,
      backgroundColor: SCREEN.background,
      color: SCREEN.ink,
    },
    [
      box(
        {
          padding: `10px ${SCREEN_PADDING}px`,
          borderBottom: `1px solid ${SCREEN.line}`,
          color: SCREEN.quiet,
          fontSize: 20,
        },
        title,
      ),
      box(
        {
          flexDirection: 'column',
          padding: `14px ${SCREEN_PADDING}px`,
          fontFamily: MONO,
          fontSize,
        },
        rows,
      ),
    ],
  )
}

const foot = (owner: string, site: string): Box =>
  box(
    {
      justifyContent: 'space-between',
      marginTop: 28,
      paddingTop: 20,
      borderTop: `1px solid ${PAPER.line}`,
      color: PAPER.quiet,
      fontSize: 24,
    },
    [box({ color: PAPER.ink, fontWeight: 600 }, owner), box({}, site)],
  )

/** `site`: the host of the site, to read. */
export const layoutOf = (card: Card, site: string): Box =>
  box(
    {
      boxSizing: 'border-box',
      width: CARD.width,
      height: CARD.height,
      flexDirection: 'column',
      padding: `52px ${MARGIN}px 36px`,
      backgroundColor: PAPER.background,
      fontFamily: SANS,
    },
    [
      words(card),
      ...(card.screen ? [screenBox(card.screen, roomForRows(card))] : []),
      foot(card.owner ?? card.title, site),
    ],
  )

const sans = (weight: 400 | 600, subset: string) => ({
  name: SANS,
  weight,
  file: `@fontsource/hanken-grotesk/files/hanken-grotesk-${subset}-${weight}-normal.woff`,
})

const mono = (subset: string) => ({
  name: MONO,
  weight: 400 as const,
  file: `@fontsource-variable/jetbrains-mono/files/jetbrains-mono-${subset}-wght-normal.woff2`,
})

/** Where a character is in none of the first, the next is looked at. */
export const FONTS = ['latin', 'latin-ext', 'cyrillic-ext'].flatMap((subset) => [
  sans(400, subset),
  sans(600, subset),
  mono(subset),
])
