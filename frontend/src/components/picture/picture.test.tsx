import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Picture } from './picture.tsx'

const image = {
  alt: 'A "chart"',
  caption: null,
  sources: [
    { src: '/media/s.webp', width: 480, height: 300 },
    { src: '/media/l.webp', width: 1600, height: 1000 },
  ],
  lighter: [{ type: 'image/avif', sources: [{ src: '/media/s.avif', width: 480, height: 300 }] }],
}

test('a picture offers its sizes and reserves its box', () => {
  const html = renderToStaticMarkup(<Picture image={image} sizes="100vw" />)
  expect(html).toContain('srcSet="/media/s.webp 480w, /media/l.webp 1600w"')
  expect(html).toContain('width="1600" height="1000"')
  expect(html).toContain('alt="A &quot;chart&quot;"')
  expect(html).toContain('loading="lazy"')
  expect(html).toContain('<source type="image/avif" srcSet="/media/s.avif 480w" sizes="100vw"/>')
})

test('the first picture is fetched at once, a decorative one says nothing', () => {
  const html = renderToStaticMarkup(<Picture image={image} sizes="100vw" isFirst isDecorative />)
  expect(html).toContain('loading="eager"')
  expect(html).toContain('alt=""')
})
