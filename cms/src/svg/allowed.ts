// What a drawing may be made of: shapes, text, paint and filters. Nothing that runs, moves, links or holds HTML.

const words = (text: string): string[] => text.trim().split(/\s+/)

export const ELEMENTS = words(`
  svg g defs symbol use title desc style
  path rect circle ellipse line polyline polygon text tspan textPath image
  marker clipPath mask pattern linearGradient radialGradient stop
  filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset
`)

/** Elements whose words are shown or read out. Text between others means nothing. */
export const WITH_TEXT = new Set(words('title desc style text tspan textPath'))

/** Their values are paint or a place in the same drawing, and are read as CSS. */
export const PAINT = new Set(
  words(`
  clip-path color fill filter flood-color lighting-color marker marker-end marker-mid marker-start mask stop-color
  stroke
`),
)

export const ATTRIBUTES = [
  ...PAINT,
  ...words(`
  aria-describedby aria-hidden aria-label aria-labelledby aria-roledescription class height href id role style
  transform transform-origin viewBox width x x1 x2 xlink:href xml:space xmlns y y1 y2
  alignment-baseline amplitude baseline-shift clip-rule clipPathUnits cx cy d direction display dominant-baseline dx dy
  edgeMode exponent fill-opacity fill-rule filterUnits flood-opacity font-family font-size font-stretch font-style
  font-variant font-weight fx fy gradientTransform gradientUnits image-rendering in in2 intercept isolation k1 k2 k3 k4
  lengthAdjust letter-spacing markerHeight markerUnits markerWidth maskContentUnits maskUnits method mix-blend-mode mode
  offset opacity operator orient overflow paint-order pathLength patternContentUnits patternTransform patternUnits
  points preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry shape-rendering slope spacing
  spreadMethod startOffset stdDeviation stop-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width tableValues text-anchor text-decoration text-rendering textLength type
  unicode-bidi values vector-effect visibility word-spacing writing-mode
`),
]

/** Properties of CSS that paint. None moves the drawing out of its place or over the page. */
export const PROPERTIES = new Set(
  words(`
  alignment-baseline background-color baseline-shift clip-path clip-rule color display dominant-baseline fill
  fill-opacity fill-rule filter flood-color flood-opacity font-family font-size font-stretch font-style font-variant
  font-weight letter-spacing line-height marker marker-end marker-mid marker-start mask max-width mix-blend-mode opacity
  paint-order rx ry shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-rendering
  transform transform-origin vector-effect visibility white-space word-spacing writing-mode
`),
)
