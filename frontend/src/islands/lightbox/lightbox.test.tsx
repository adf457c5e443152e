import { beforeEach, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Lightbox } from '../../components/lightbox/lightbox.tsx'
import { inPage } from '../../testing/in-page.ts'
import { createLightbox, galleryOf } from './lightbox.ts'

const MARKUP = `
  <div data-gallery>
    <figure><a data-lightbox href="/media/a.png"><img src="/media/a-480.png" alt="First"></a><figcaption>One</figcaption></figure>
    <figure><a data-lightbox href="/media/b.png"><img src="/media/b-480.png" alt="Second"></a></figure>
  </div>
  <figure><a data-lightbox href="#d"><svg><title>Drawn</title></svg></a></figure>
  ${renderToStaticMarkup(<Lightbox />)}`

let dialog: HTMLDialogElement
let open: (link: HTMLAnchorElement) => void
beforeEach(() => {
  inPage(MARKUP)
  dialog = document.querySelector('dialog') as HTMLDialogElement
  open = createLightbox(dialog)!.open
})

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-lightbox]')]
const image = () => dialog.querySelector('img')
const find = (selector: string) => dialog.querySelector<HTMLButtonElement>(selector)!
const press = (key: string) => dialog.dispatchEvent(new KeyboardEvent('keydown', { key }))

test('a picture is shown in full with its words and its place in the gallery', () => {
  open(links()[0]!)
  expect(dialog.open).toBe(true)
  expect(image()?.getAttribute('src')).toMatch(/\/media\/a\.png$/)
  expect(image()?.alt).toBe('First')
  expect(find('[data-lightbox-caption]').textContent).toBe('One')
  expect(find('[data-lightbox-count]').textContent).toBe('1 / 2')
})

test('buttons and arrow keys walk through the gallery and stop at its ends', () => {
  open(links()[0]!)
  expect(find('[data-lightbox-step="-1"]').disabled).toBe(true)
  find('[data-lightbox-step="1"]').click()
  expect(image()?.alt).toBe('Second')
  expect(find('[data-lightbox-step="1"]').disabled).toBe(true)
  press('ArrowRight')
  expect(image()?.alt).toBe('Second')
  press('ArrowLeft')
  expect(image()?.alt).toBe('First')
})

test('at its actual size the arrow keys are left to the picture', () => {
  open(links()[0]!)
  find('[data-lightbox-zoom]').click()
  expect(find('[data-lightbox-zoom]').getAttribute('aria-pressed')).toBe('true')
  press('ArrowRight')
  expect(image()?.alt).toBe('First')
})

test('a drawing is alone, copied, and has no steps', () => {
  const drawing = links()[2]!
  expect(galleryOf(drawing)).toEqual([drawing])
  open(drawing)
  expect(dialog.querySelector('svg title')?.textContent).toBe('Drawn')
  expect(document.querySelectorAll('svg')).toHaveLength(2)
  expect(find('[data-lightbox-step="1"]').hidden).toBe(true)
})

test('closing gives the focus back and leaves nothing loaded', () => {
  open(links()[1]!)
  find('[data-lightbox-close]').click()
  expect(dialog.open).toBe(false)
  expect(document.activeElement).toBe(links()[1])
  expect(image()).toBeNull()
})
