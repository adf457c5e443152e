// Links to the same page in other languages, for a page's head.
import type { Alternate } from '../../meta/alternates.ts'

type AlternatesProps = { alternates: readonly Alternate[]; origin: string }

/** Called, not drawn: `next/head` takes the elements themselves. */
export const alternateLinks = ({ alternates, origin }: AlternatesProps) =>
  alternates.map(({ language, path }) => (
    <link key={language} rel="alternate" hrefLang={language} href={`${origin}${path}`} />
  ))
