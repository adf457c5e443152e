// One command of a demo: what it does, and what it prints when it works.
import type { Demo } from '../../cms/shapes.ts'

export const Command = ({ label, command, explanation, expect }: Demo['commands'][number]) => (
  <li className="command">
    {label && <h4>{label}</h4>}
    <div className="command-line">
      <code>{command}</code>
      <button
        type="button"
        className="command-type"
        data-terminal-command={command}
        aria-label={`Type ${label ?? command} into the terminal`}
        hidden
      >
        Type it
      </button>
    </div>
    {explanation && <p>{explanation}</p>}
    {expect && (
      <p className="command-expect">
        Prints <samp>{expect}</samp>
      </p>
    )}
  </li>
)
