'use client'
// The saved commands of a demo, each with a button that runs it alone.
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useWords } from '../use-words.ts'

const commandsOf = (saved: unknown): string[] => {
  if (!Array.isArray(saved)) return []
  return saved.map((row: { command?: unknown }) => String(row.command ?? ''))
}

export const SavedCommands = ({
  isReady,
  run,
}: {
  isReady: boolean
  run: (index: number) => void
}) => {
  const { say } = useWords()
  const { savedDocumentData } = useDocumentInfo()
  const commands = commandsOf(savedDocumentData?.commands)
  if (commands.length === 0) return null
  return (
    <ol className="terminal-try__commands">
      {commands.map((command, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a command may be listed twice, and its place is what is run.
        <li className="terminal-try__saved" key={`${index}-${command}`}>
          <code>{command}</code>
          <Button
            aria-label={say('runCommandLabel', { command })}
            buttonStyle="pill"
            disabled={!isReady}
            margin={false}
            onClick={() => run(index)}
            size="small"
          >
            {say('runCommand')}
          </Button>
        </li>
      ))}
    </ol>
  )
}
