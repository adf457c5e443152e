// One command of a demo: what it does, and what it prints when it works.
import type { Demo } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { CommandLine } from './command-line.tsx'

export const Command = ({ label, command, explanation, expect }: Demo['commands'][number]) => {
  const { t } = useLanguage()
  return (
    <li className="command">
      {label && <h4>{label}</h4>}
      <CommandLine command={command} label={label} />
      {explanation && <p>{explanation}</p>}
      {expect && (
        <p className="command-expect">
          {t.terminal.prints} <samp>{expect}</samp>
        </p>
      )}
    </li>
  )
}
