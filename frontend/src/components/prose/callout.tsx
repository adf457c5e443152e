// An aside in the text. Its tone is said in words, not by colour alone.
import { STRINGS } from '../../strings.ts'

export type CalloutProps = { tone: string | null; text: string }

export const Callout = ({ tone, text }: CalloutProps) => {
  const known = tone !== null && Object.hasOwn(STRINGS.tones, tone) ? tone : 'note'
  return (
    <aside className={`callout callout-${known}`} aria-label={STRINGS.tones[known]}>
      <p className="callout-tone">{STRINGS.tones[known]}</p>
      <p className="lines">{text}</p>
    </aside>
  )
}
