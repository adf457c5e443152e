// Lets xterm run under `style-src 'self'`: its style elements become constructed sheets, its style attributes CSSOM calls.

type CreateElement = (name: string) => HTMLElement

/** A hidden element that xterm may treat as its `<style>`: what is written into it goes to a constructed sheet. */
const styleStandIn = (page: Document): HTMLElement => {
  const element = page.createElement('span')
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

const creator =
  (page: Document, create: CreateElement): CreateElement =>
  (name) => {
    if (name === 'style') return styleStandIn(page)
    return name === 'span' ? withFreeStyle(create(name)) : create(name)
  }

/** A view of `page` for xterm's `documentOverride`. */
export const cspSafeDocument = (page: Document): Document => {
  const createElement = creator(page, page.createElement.bind(page))
  return new Proxy(page, {
    get: (target, name) => {
      if (name === 'createElement') return createElement
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  })
}

/**
 * Runs `open`, during which even elements that are made past the override are safe: xterm's scroll bar makes a
 * style element from the global document and fills it at once. Synchronous, so nothing else can come between.
 */
export const withSafeStyles = (page: Document, open: () => void): void => {
  const create = page.createElement.bind(page) as CreateElement
  Object.defineProperty(page, 'createElement', {
    configurable: true,
    value: (name: string) => (name === 'style' ? styleStandIn(page) : create(name)),
  })
  try {
    open()
  } finally {
    Reflect.deleteProperty(page, 'createElement')
  }
}
