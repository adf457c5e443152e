// Shows a picture or a drawing of the page in full, in the dialog that the document has for it.

type Parts = {
  dialog: HTMLDialogElement
  stage: HTMLElement
  caption: HTMLElement
  count: HTMLElement
  steps: HTMLButtonElement[]
  zoom: HTMLButtonElement
}

const partsOf = (dialog: HTMLDialogElement): Parts | undefined => {
  const find = (name: string) => dialog.querySelector<HTMLElement>(`[data-lightbox-${name}]`)
  const [stage, caption, count] = [find('stage'), find('caption'), find('count')]
  const zoom = dialog.querySelector<HTMLButtonElement>('[data-lightbox-zoom]')
  const steps = [...dialog.querySelectorAll<HTMLButtonElement>('[data-lightbox-step]')]
  return stage && caption && count && zoom
    ? { dialog, stage, caption, count, zoom, steps }
    : undefined
}

/** Links of one gallery, in its order; a link that is in none is alone. */
export const galleryOf = (link: Element): HTMLAnchorElement[] => {
  const links =
    link.closest('.gallery')?.querySelectorAll<HTMLAnchorElement>('a[data-lightbox]') ?? []
  return links.length > 0 ? [...links] : [link as HTMLAnchorElement]
}

/** What the link leads to, under the name that the page gives it. */
const pictureOf = (link: HTMLAnchorElement): HTMLImageElement => {
  const image = document.createElement('img')
  image.alt = link.querySelector('img')?.alt ?? ''
  image.src = link.href
  return image
}

/** A picture's words stand below it, a drawing's title above. */
const captionOf = (link: Element): string =>
  link.closest('figure')?.querySelector('figcaption, .block-title')?.textContent ?? ''

/** `open` shows what a link leads to; the focus goes back to it when the dialog closes. */
export const createLightbox = (dialog: HTMLDialogElement) => {
  const parts = partsOf(dialog)
  if (!parts) return undefined
  const { stage, caption, count, zoom, steps } = parts
  let links: HTMLAnchorElement[] = []
  let at = 0
  let opener: HTMLElement | undefined

  const setZoom = (isActual: boolean) => {
    stage.toggleAttribute('data-actual', isActual)
    zoom.setAttribute('aria-pressed', `${isActual}`)
  }

  const show = (index: number) => {
    const link = links[index]
    if (!link) return
    at = index
    setZoom(false)
    stage.replaceChildren(pictureOf(link))
    caption.textContent = captionOf(link)
    count.textContent = links.length > 1 ? `${at + 1} / ${links.length}` : ''
    for (const step of steps) {
      step.hidden = links.length < 2
      step.disabled = !links[at + Number(step.dataset.lightboxStep)]
    }
  }

  /** A button that has just lost its use hands the focus to the dialog, not to the page behind it. */
  const move = (by: number) => {
    show(at + by)
    if (document.activeElement instanceof HTMLButtonElement && document.activeElement.disabled) {
      stage.focus()
    }
  }

  dialog.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    const step = target.closest<HTMLElement>('[data-lightbox-step]')
    if (step) move(Number(step.dataset.lightboxStep))
    else if (target.closest('[data-lightbox-zoom]')) setZoom(!stage.hasAttribute('data-actual'))
    else if (target === dialog || target.closest('[data-lightbox-close]')) dialog.close()
  })
  dialog.addEventListener('keydown', ({ key }) => {
    // At its actual size a picture is scrolled by the same keys.
    if (stage.hasAttribute('data-actual')) return
    if (key === 'ArrowLeft') move(-1)
    if (key === 'ArrowRight') move(1)
  })
  dialog.addEventListener('close', () => {
    stage.replaceChildren()
    opener?.focus()
  })

  return {
    open: (link: HTMLAnchorElement) => {
      opener = link
      links = galleryOf(link)
      show(links.indexOf(link))
      dialog.showModal()
    },
  }
}
