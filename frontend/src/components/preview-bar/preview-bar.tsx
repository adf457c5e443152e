// Says above a draft that it is one and until when it is shown, and shows it in either theme and in every language.
import { useLanguage } from '../../i18n/context.tsx'
import type { Language } from '../../i18n/languages.ts'
import { previewAddress } from '../../preview.ts'
import { THEMES, type Theme } from '../../theme.ts'
import { LanguageSwitch } from '../language-switch/language-switch.tsx'

type PreviewBarProps = {
  token: string
  expiresAt: string
  theme: Theme | null
  /** Those of the site. */
  languages: readonly Language[]
  /** Origin of the CMS, whose admin may tell this page that the draft was saved. */
  cms: string
}

/** Hours and minutes as everywhere: the server does not know where the reader is. */
const timeOf = (moment: string) => `${new Date(moment).toISOString().slice(11, 16)} UTC`

export const PreviewBar = ({ token, expiresAt, theme, languages, cms }: PreviewBarProps) => {
  const { t, language } = useLanguage()
  return (
    <aside className="preview-bar" aria-label={t.preview.title} data-live-preview={cms}>
      <p>
        <strong>{t.preview.title}</strong>, {t.preview.expires}{' '}
        <time dateTime={expiresAt}>{timeOf(expiresAt)}</time>
      </p>
      <LanguageSwitch
        className="preview-choices"
        languages={languages}
        hrefIn={(other) => previewAddress(token, { theme, language: other })}
      />
      <ul className="preview-choices" aria-label={t.theme.legend}>
        {THEMES.map((name) => (
          <li key={name}>
            <a
              href={previewAddress(token, { theme: name, language })}
              {...(name === theme ? { 'aria-current': 'true' } : {})}
            >
              {t.preview.themes[name]}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  )
}
