// Says above a draft that it is one and until when it is shown, and shows it in either theme.
import { useLanguage } from '../../i18n/context.tsx'
import { previewAddress, THEMES, type Theme } from '../../preview.ts'

export type PreviewBarProps = {
  token: string
  expiresAt: string
  theme: Theme | null
  /** Origin of the CMS, whose admin may tell this page that the draft was saved. */
  cms: string
}

/** Hours and minutes as everywhere: the server does not know where the reader is. */
const timeOf = (moment: string) => `${new Date(moment).toISOString().slice(11, 16)} UTC`

export const PreviewBar = ({ token, expiresAt, theme, cms }: PreviewBarProps) => {
  const { t } = useLanguage()
  return (
    <aside className="preview-bar" aria-label={t.preview.title} data-live-preview={cms}>
      <p>
        <strong>{t.preview.title}</strong>, {t.preview.expires}{' '}
        <time dateTime={expiresAt}>{timeOf(expiresAt)}</time>
      </p>
      <ul className="preview-themes">
        {THEMES.map((name) => (
          <li key={name}>
            <a
              href={previewAddress(token, name)}
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
