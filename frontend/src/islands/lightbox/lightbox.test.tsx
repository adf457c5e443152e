import { beforeEach, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { diagramSchema, gallerySchema } from '../../cms/shapes/parts.ts'
import { Diagram } from '../../components/diagram/diagram.tsx'
import { Gallery } from '../../components/gallery/gallery.tsx'
import { Lightbox } from '../../components/lightbox/lightbox.tsx'
import { inPage } from '../../testing/in-page.ts'
import { diagram, image } from '../../testing/pieces.ts'
import { createLightbox, galleryOf } from './lightbox.ts'

const picture = (file: string, alt: string) =>
  gallerySchema.parse({ images: [{ image: image(file, alt) }] }).images

const gallery = {
  name: null,
  description: null,
  images: [
    ...picture('a', 'First').map((shown) => ({ ...shown, caption: 'One' })),
    ...picture('b', 'Second'),
  ],
}

/** As the site has them: a gallery of two, and a drawing for each theme. */
const MARKUP = renderToStaticMarkup(
  <>
    <Gallery gallery={gallery} />
    <Diagram diagram={diagramSchema.parse(diagram('How one eats'))} />
    <Lightbox />
  </>,
)

let dialog: HTMLDialogElement
let open: (link: HTMLAnchorElement) => void
beforeEach(() => {
  inPage(MARKUP)
  dialog = document.querySelector('dialog') as HTMLDialogElement
  open = createLightbox(dialog)!.open
})

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-lightbox]')]
const shown = () => dialog.querySelector('img')
const find = (selector: string) => dialog.querySelector<HTMLButtonElement>(selector)!
const press = (key: string) => dialog.dispatchEvent(new KeyboardEvent('keydown', { key }))

test('a picture is shown in full with its words and its place in the gallery', () => {
  open(links()[0]!)
  expect(dialog.open).toBe(true)
  expect(shown()?.src).toBe(links()[0]?.href)
  expect(shown()?.alt).toBe('First')
  expect(find('[data-lightbox-caption]').textContent).toBe('One')
  expect(find('[data-lightbox-count]').textContent).toBe('1 / 2')
})

test('buttons and arrow keys walk through the gallery and stop at its ends', () => {
  open(links()[0]!)
  expect(find('[data-lightbox-step="-1"]').disabled).toBe(true)
  find('[data-lightbox-step="1"]').click()
  expect(shown()?.alt).toBe('Second')
  expect(find('[data-lightbox-step="1"]').disabled).toBe(true)
  press('ArrowRight')
  expect(shown()?.alt).toBe('Second')
  press('ArrowLeft')
  expect(shown()?.alt).toBe('First')
})

test('at its actual size the arrow keys are left to the picture', () => {
  open(links()[0]!)
  find('[data-lightbox-zoom]').click()
  expect(find('[data-lightbox-zoom]').getAttribute('aria-pressed')).toBe('true')
  press('ArrowRight')
  expect(shown()?.alt).toBe('First')
})

test('a drawing is alone, in the theme that it was opened in, under its title, and has no steps', () => {
  const [light, dark] = links().slice(2)
  expect(galleryOf(dark!)).toEqual([dark])
  open(dark!)
  expect(shown()?.src).toBe(dark?.href)
  expect(dark?.href).not.toBe(light?.href)
  expect(shown()?.alt).toBe('Diagram: How one eats')
  expect(find('[data-lightbox-caption]').textContent).toBe('How one eats')
  expect(find('[data-lightbox-step="1"]').hidden).toBe(true)
})

test('closing gives the focus back and leaves nothing loaded', () => {
  open(links()[1]!)
  find('[data-lightbox-close]').click()
  expect(dialog.open).toBe(false)
  expect(document.activeElement).toBe(links()[1])
  expect(shown()).toBeNull()
})
