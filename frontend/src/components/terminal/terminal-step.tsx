// Something to try in the page's terminal, within a text: the command, why, and what should come of it.
import type { BodyBlockOf } from '../../cms/shapes/body-blocks.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { CommandLine } from './command-line.tsx'

export const TerminalStep = ({ step }: { step: BodyBlockOf<'terminalStep'> }) => {
  const { t } = useLanguage()
  const { label, command, explanation, expected, isForOwnDemo, demo } = step
  return (
    <div className="command step">
      <p className="block-title">{label}</p>
      <CommandLine command={command} label={label} canType={isForOwnDemo} />
      {demo && <p>{t.step.inDemo(demo.title)}</p>}
      {explanation && <p className="lines">{explanation}</p>}
      {expected && (
        <div className="step-expected">
          <p>{t.step.prints}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1) */}
          <pre tabIndex={0}>
            <samp>{expected.replace(/\n+$/, '')}</samp>
          </pre>
        </div>
      )}
    </div>
  )
}
