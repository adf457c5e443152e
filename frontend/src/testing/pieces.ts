// Small parts of the sample content, as the CMS gives them.

const size = (file: string, width: number, height: number) => ({
  url: `/api/media/file/${file}.svg?v=0123456789ab`,
  width,
  height,
})

export const image = (file: string, alt: string, caption: string | null = null) => ({
  ...size(file, 1600, 1000),
  alt,
  caption,
  sizes: [size(`${file}-480`, 480, 300), size(`${file}-960`, 960, 600)],
})

export const technology = (name: string, category: string) => ({
  name,
  slug: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  category,
  icon: null,
  projects: 1,
})

export const text = (value: string, ...marks: string[]) => ({ type: 'text', text: value, marks })
export const paragraph = (...pieces: object[]) => ({ type: 'paragraph', pieces })

export const command = (label: string, line: string, explanation: string, expect: string) => ({
  label,
  command: line,
  explanation,
  expect,
})

export const demo = (title: string, commands: object[], recording: object | null = null) => ({
  // Ids of the CMS hold nothing that an address would escape.
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
  toolchain: 'c',
  mode: 'shell',
  welcome: `${title}, built from source a moment ago.\nType the commands below, or your own.`,
  commands,
  recording,
})

const drawing = (ink: string, paper: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" id="svg-0a1b2c3d-root" viewBox="0 0 420 120"><style>#svg-0a1b2c3d-root rect{fill:${paper};stroke:${ink}}</style><rect x="10" y="30" width="120" height="60"/><rect x="290" y="30" width="120" height="60"/><path d="M130 60H290" stroke="${ink}"/><text x="40" y="66" fill="${ink}" font-size="16">thinks</text><text x="330" y="66" fill="${ink}" font-size="16">eats</text></svg>`

export const diagram = (title: string | null) => ({
  kind: 'mermaid',
  title,
  description: 'Boxes are states, lines lead from one to the next.',
  textAlternative: 'A philosopher thinks and then eats.',
  source: 'flowchart LR',
  lightSvg: drawing('#1d1b18', '#f2f0ea'),
  darkSvg: drawing('#ece9e2', '#1f1e1b'),
  image: null,
})
