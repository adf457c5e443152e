// The picture of a page as satori takes it: boxes of words on paper, and below them a screen.
import { CARD, type Card, type Run } from './card.ts'
import { lookOf, PAPER, SCREEN } from './colours.ts'

export type Box = { type: 'div'; props: { style: object; children?: (Box | string)[] | string } }

const SANS = 'Hanken Grotesk'
const MONO = 'JetBrains Mono'
const MARGIN = 64
/** Width of a character of the mono font, of its size. */
const ADVANCE = 0.6
const SCREEN_PADDING = 28
const MOST_MONO = 18

const box = (style: object, children?: (Box | string)[] | string): Box => ({
  type: 'div',
  // Satori wants every box with more than one child to say how it lays them out.
  props: { style: { display: 'flex', ...style }, ...(children === undefined ? {} : { children }) },
})

/** Long titles are set smaller rather than cut. */
const titleSize = ({ title, screen }: Card) => {
  const most = screen ? 60 : 84
  if (title.length <= 24) return most
  return title.length <= 48 ? most * 0.8 : most * 0.62
}

const words = (card: Card): Box => {
  const { title, summary, kind, screen } = card
  return box({ flexDirection: 'column', flexGrow: screen ? 0 : 1, justifyContent: 'center' }, [
    ...(kind ? [box({ color: PAPER.accent, fontSize: 26, marginBottom: 10 }, kind)] : []),
    box(
      {
        display: 'block',
        color: PAPER.ink,
        fontSize: titleSize(card),
        fontWeight: 600,
        lineHeight: 1.08,
        letterSpacing: '-0.02em',
        lineClamp: screen ? 2 : 3,
      },
      title,
    ),
    ...(summary
      ? [
          box(
            {
              display: 'block',
              color: PAPER.quiet,
              fontSize: screen ? 27 : 34,
              lineHeight: 1.35,
              marginTop: 18,
              lineClamp: screen ? 2 : 4,
            },
            summary,
          ),
        ]
      : []),
  ])
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

const screenBox = ({ title, cols, lines }: NonNullable<Card['screen']>): Box => {
  const room = CARD.width - 2 * (MARGIN + SCREEN_PADDING)
  const fontSize = Math.min(MOST_MONO, Math.floor((room / cols / ADVANCE) * 2) / 2)
  const rows = lines.map((line) => {
    const cut = cutTo(line, cols)
    return box({ height: fontSize * 1.25 }, cut.length > 0 ? cut.map(piece) : ' ')
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
      ...(card.screen ? [screenBox(card.screen)] : []),
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
