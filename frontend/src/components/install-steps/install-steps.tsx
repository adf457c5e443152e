// How to run a project at home, step by step.
import type { Project } from '../../cms/shapes/project.ts'
import { CodeBlock } from '../prose/code-block.tsx'

type Step = Project['installSteps'][number]

const isEmpty = ({ title, command, text }: Step) => !title && !command && !text

export const InstallSteps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="steps">
    {steps
      .filter((step) => !isEmpty(step))
      .map(({ title, command, text }) => (
        <li key={`${title}${command}`}>
          {title && <h3>{title}</h3>}
          {text && <p className="lines">{text}</p>}
          {command && <CodeBlock code={command} language="bash" isLabelled={false} />}
        </li>
      ))}
  </ol>
)
