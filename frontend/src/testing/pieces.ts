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
