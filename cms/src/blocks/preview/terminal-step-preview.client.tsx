// A terminal step as a prompt with what should come of it.
'use client'
import type { UIFieldClientComponent } from 'payload'
import { useText } from './use-text.ts'
import './preview.css'

export const TerminalStepPreview: UIFieldClientComponent = ({ path }) => {
  const label = useText(path, 'label')
  const command = useText(path, 'command')
  const expected = useText(path, 'expected')
  if (!command) return null
  return (
    <figure className="block-preview field-type">
      <pre>
        <b>$ {command}</b>
        {expected && `\n${expected}`}
      </pre>
      {label && <figcaption>{label}</figcaption>}
    </figure>
  )
}
