// Elements of a block of the page, each with the class of its part.

/** Makes elements whose class is `<block>__<part>`. */
export const elementsOf =
  (block: string) =>
  <K extends keyof HTMLElementTagNameMap>(
    name: K,
    part: string,
    properties: Partial<HTMLElementTagNameMap[K]> = {},
  ): HTMLElementTagNameMap[K] => {
    const element = document.createElement(name)
    element.className = `${block}__${part}`
    return Object.assign(element, properties)
  }
