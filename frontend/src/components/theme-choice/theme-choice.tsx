// Light, dark, or as the system. Hidden until its script is there.
import { useLanguage } from '../../i18n/context.tsx'
import { UNTIL_SCRIPT } from '../../until-script.ts'

const CHOICES = ['light', 'dark', 'system'] as const

export const ThemeChoice = () => {
  const { t } = useLanguage()
  return (
    <fieldset className="theme-choice" data-theme-choice {...UNTIL_SCRIPT}>
      <legend className="hidden">{t.theme.legend}</legend>
      {CHOICES.map((choice) => (
        <label key={choice}>
          <input type="radio" name="theme" value={choice} />
          <span>{t.theme[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}
