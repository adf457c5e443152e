// How long ago something was, with the moment itself for whoever wants it exactly.
import { agoText, momentText } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'

/** `at`: when the page was drawn. Both are ISO 8601. */
export const Ago = ({ moment, at }: { moment: string; at: string }) => {
  const { language } = useLanguage()
  return (
    <time dateTime={moment} title={momentText(moment, language)}>
      {agoText(moment, at, language)}
    </time>
  )
}
