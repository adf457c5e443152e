// Starts the lightbox. Links lead to the picture itself where this script is not.
import { isPlainClick } from '../clicks.ts'
import { createLightbox } from './lightbox.ts'

const dialog = document.querySelector<HTMLDialogElement>('[data-lightbox-dialog]')
const lightbox = dialog && createLightbox(dialog)

if (lightbox) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-lightbox]')
    if (!link || !isPlainClick(event)) return
    event.preventDefault()
    lightbox.open(link as HTMLAnchorElement)
  })
}
