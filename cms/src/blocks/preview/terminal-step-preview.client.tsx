// A terminal step as a prompt with what should come of it.
'use client'
import { PreviewBlock, useText } from './preview-block.client.tsx'

export const TerminalStepPreview = () => {
  const label = useText('label')
  const command = useText('command')
  const expected = useText('expected')
  return (
    <PreviewBlock>
      <figure className="block-preview">
        <pre>
          <b>$ {command}</b>
          {expected && `\n${expected}`}
        </pre>
        {label && <figcaption>{label}</figcaption>}
      </figure>
    </PreviewBlock>
  )
}
