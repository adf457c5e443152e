// A command as one would type it, and a button that types it into the page's terminal while that runs.
import { useLanguage } from '../../i18n/context.tsx'
import { UNTIL_SCRIPT } from '../../until-script.ts'

type CommandLineProps = {
  command: string
  /** What the command is called, for the button's name. */
  label: string | null
  /** A command for a terminal elsewhere can only be read. */
  canType?: boolean
}

export const CommandLine = ({ command, label, canType = true }: CommandLineProps) => {
  const { t } = useLanguage()
  return (
    <div className="command-line">
      <code>{command}</code>
      {canType && (
        <button
          type="button"
          className="small-button"
          data-terminal-command={command}
          aria-label={t.terminal.typeLabel(label ?? command)}
          {...UNTIL_SCRIPT}
        >
          {t.terminal.type}
        </button>
      )}
    </div>
  )
}
