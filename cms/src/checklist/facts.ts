// What a document holds that its checklist looks at, first as it stands in the document, then with what the database says.

/** Where something is: path of the field in the form, the name of the field, and the tab that holds it. */
export type At = { path: string; label: string; tab?: string }

export type Link = At & ({ document: { collection: string; id: string } } | { address: string })

/** Read from the document alone. */
export type Contents = {
  pictures: (At & { id: string })[]
  links: Link[]
  /** Documents that are shown with this one. */
  shown: (At & { collection: string; id: string })[]
  /** Levels of the headings of one text, in their order. */
  headings: (At & { levels: number[] })[]
  diagrams: (At & { hasWords: boolean })[]
  empty: (At & { what: string })[]
}

/** `is-fine`, or what is wrong with a file that is used. */
type PictureState = 'is-fine' | 'has-no-words' | 'is-gone'

/** `off`: visitors cannot start it. `untested`, `failed`: what the last trial of its commands said. */
export type DemoState = 'off' | 'untested' | 'failed' | 'works'

/** Everything that `check` judges. */
export type Facts = Omit<Contents, 'pictures' | 'links' | 'shown'> & {
  /** Without these there is nothing to publish. */
  needed: (At & { isGiven: boolean })[]
  /** As search engines get them: what was written for them, or what stands in. None of what has no texts of that kind. */
  search?: Record<'title' | 'description', At & { text: string; isOwn: boolean }>
  pictures: (At & { name: string; state: PictureState })[]
  links: (At & { to: string; isBroken: boolean })[]
  shown: (At & { name: string; isPublic: boolean })[]
  demo?: At & { state: DemoState }
  /** In languages that visitors may choose, how many texts they get in another instead. */
  untranslated?: (At & { language: string; instead: string; texts: number })[]
}

/** `blocks`: publishing is refused. */
export type Level = 'blocks' | 'advice'

/** `id` is the same for the same finding in the same place, `rule` the name of what was not kept. */
export type Item = { id: string; rule: string; level: Level; message: string; where: At }
