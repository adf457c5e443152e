// The same page in the other languages that the site has.
import { useLanguage } from '../../i18n/context.tsx'
import { LANGUAGE_NAMES, type Language } from '../../i18n/languages.ts'

type LanguageSwitchProps = {
  languages: readonly Language[]
  className: string
  /** Where the page is in a language. */
  hrefIn: (language: Language) => string
}

/** Nothing where there is no choice. */
export const LanguageSwitch = ({ languages, className, hrefIn }: LanguageSwitchProps) => {
  const { t, language } = useLanguage()
  if (languages.length < 2) return null
  return (
    <ul className={className} aria-label={t.language}>
      {languages.map((other) => (
        <li key={other}>
          <a
            href={hrefIn(other)}
            hrefLang={other}
            lang={other}
            aria-current={other === language ? 'true' : undefined}
          >
            {LANGUAGE_NAMES[other]}
          </a>
        </li>
      ))}
    </ul>
  )
}
