// What the element says in the language of the page around it. English stands where it is said; each other language has a
// list of those sentences, which is fetched only where a page is in it.

/** What a list lacks, as the words of an operator, is given back as it is. */
export type Say = (english: string) => string

export const inEnglish: Say = (english) => english

const LISTS: Readonly<Record<string, () => Promise<{ say: Say }>>> = {
  fr: () => import('./french.ts'),
}

/** Undefined where there is nothing to wait for. */
export const loadSay = (element: Element): Promise<Say> | undefined => {
  const around = element.closest('[lang]')?.getAttribute('lang') ?? ''
  const language = around.split('-', 1)[0] ?? ''
  const load = Object.hasOwn(LISTS, language) ? LISTS[language] : undefined
  return load?.().then(
    ({ say }) => say,
    () => inEnglish,
  )
}
