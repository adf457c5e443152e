// Starts the search palette. Links to the search page lead there where this script is not.
import { isPlainClick } from '../clicks.ts'
import { isSlashOn, opensSearch, setSlash } from './keys.ts'
import { createPalette } from './palette.ts'

const dialog = document.querySelector<HTMLDialogElement>('[data-palette]')
const palette = dialog && createPalette(dialog)

if (palette) {
  const slash = dialog.querySelector<HTMLInputElement>('[data-palette-slash]')
  slash?.addEventListener('change', () => setSlash(slash.checked))
  const open = (event: Event) => {
    event.preventDefault()
    if (document.querySelector('dialog[open]')) return
    if (slash) slash.checked = isSlashOn()
    palette.open()
  }
  document.addEventListener('keydown', (event) => {
    if (opensSearch(event)) open(event)
  })
  document.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('[data-search-link]')
    if (isLink && isPlainClick(event)) open(event)
  })
}
