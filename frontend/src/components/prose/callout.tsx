// An aside in the text. Its tone is said in words, not by colour alone.
import { useLanguage } from '../../i18n/context.tsx'

type CalloutProps = { tone: string | null; text: string }

export const Callout = ({ tone, text }: CalloutProps) => {
  const { t } = useLanguage()
  const known = tone !== null && Object.hasOwn(t.tones, tone) ? tone : 'note'
  return (
    // Not an aside with a name: each of those is a landmark, and a text may have many.
    <div className={`callout callout-${known}`} role="note" aria-label={t.tones[known]}>
      <p className="callout-tone">{t.tones[known]}</p>
      <p className="lines">{text}</p>
    </div>
  )
}
