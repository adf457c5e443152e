// Lets xterm run under `style-src 'self'`: its style elements become constructed sheets, its style attributes CSSOM calls.
// xterm makes its elements from the global document in places, so its `documentOverride` cannot do this.

type CreateElement = (name: string) => HTMLElement

/** A hidden element that xterm may treat as its `<style>`: what is written into it goes to a constructed sheet. */
const styleStandIn = (page: Document, create: CreateElement): HTMLElement => {
  const element = create('span')
  const sheet = new CSSStyleSheet()
  element.hidden = true
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
  let text = ''
  Object.defineProperty(element, 'textContent', {
    get: () => text,
    set: (value: string) => {
      text = value
      sheet.replaceSync(value)
    },
  })
  element.remove = () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet)
    HTMLElement.prototype.remove.call(element)
  }
  return element
}

/** `setAttribute('style', …)` is blocked by the policy, `style.cssText = …` is not; both mean the same. */
const withFreeStyle = (element: HTMLElement): HTMLElement => {
  element.setAttribute = (name: string, value: string) => {
    if (name === 'style') element.style.cssText = value
    else HTMLElement.prototype.setAttribute.call(element, name, value)
  }
  return element
}

let users = 0

/** While anybody uses it, spans made in `page` take style attributes in spite of the policy. */
const useFreeSpans = (page: Document): (() => void) => {
  users += 1
  if (users === 1) {
    const create = Document.prototype.createElement.bind(page) as CreateElement
    Object.defineProperty(page, 'createElement', {
      configurable: true,
      writable: true,
      value: (name: string) => (name === 'span' ? withFreeStyle(create(name)) : create(name)),
    })
  }
  let isReleased = false
  return () => {
    if (isReleased) return
    isReleased = true
    users -= 1
    if (users === 0) Reflect.deleteProperty(page, 'createElement')
  }
}

/**
 * Runs `open`, in which xterm makes its style elements, and keeps its spans safe until the function returned is called.
 * `open` is synchronous: no other script can get a stand-in for a style element of its own.
 */
export const openWithSafeStyles = (page: Document, open: () => void): (() => void) => {
  const release = useFreeSpans(page)
  const create = page.createElement as CreateElement
  page.createElement = ((name: string) =>
    name === 'style' ? styleStandIn(page, create) : create(name)) as Document['createElement']
  try {
    open()
  } catch (error) {
    page.createElement = create as Document['createElement']
    release()
    throw error
  }
  page.createElement = create as Document['createElement']
  return release
}
