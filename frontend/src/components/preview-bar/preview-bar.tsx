// Says above a draft that it is one and until when it is shown, and shows it in either theme.
import { previewAddress, THEMES, type Theme } from '../../preview.ts'
import { STRINGS } from '../../strings.ts'

export type PreviewBarProps = { token: string; expiresAt: string; theme: Theme | null }

/** Hours and minutes as everywhere: the server does not know where the reader is. */
const timeOf = (moment: string) => `${new Date(moment).toISOString().slice(11, 16)} UTC`

export const PreviewBar = ({ token, expiresAt, theme }: PreviewBarProps) => (
  <aside className="preview-bar" aria-label={STRINGS.preview.title}>
    <p>
      <strong>{STRINGS.preview.title}</strong>, expires at{' '}
      <time dateTime={expiresAt}>{timeOf(expiresAt)}</time>
    </p>
    <ul className="preview-themes">
      {THEMES.map((name) => (
        <li key={name}>
          <a
            href={previewAddress(token, name)}
            {...(name === theme ? { 'aria-current': 'true' } : {})}
          >
            {STRINGS.preview.themes[name]}
          </a>
        </li>
      ))}
    </ul>
  </aside>
)
