// A listing as readers see its lines: numbered, with its caption.
'use client'
import { PreviewBlock, useText } from './preview-block.client.tsx'

/** Lines shown; the field below has them all. */
const MAX_LINES = 12

export const CodePreview = () => {
  const lines = useText('code').replace(/\n+$/, '').split('\n')
  const caption = useText('caption')
  const more = lines.length - MAX_LINES
  return (
    <PreviewBlock>
      <figure className="block-preview">
        <pre>{lines.slice(0, MAX_LINES).join('\n') || ' '}</pre>
        {more > 0 && <p>… and {more} more lines</p>}
        {caption && <figcaption>{caption}</figcaption>}
      </figure>
    </PreviewBlock>
  )
}
