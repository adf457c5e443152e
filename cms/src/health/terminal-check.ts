// Whether terminal services answer and can confine programs. One that is merely full is well.
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import type { Finding } from './checks.ts'

export const checkTerminals = async (): Promise<Finding> => {
  const { state } = terminalRegistry()
  if (!state) return { state: 'down', sentence: 'The terminal plugin has not started.' }
  const { fleet } = state
  const urls = await fleet.urls()
  const problems = await Promise.all(urls.map((url) => fleet.problemOf(url)))
  const good = problems.filter((problem) => problem === undefined || problem === 'terminal-full')
  const sentence = problems.includes('sandbox-unavailable')
    ? `${good.length} of ${urls.length} can start a session; a sandbox cannot be built.`
    : `${good.length} of ${urls.length} can start a session.`
  if (good.length === 0) return { state: 'down', sentence }
  return { state: good.length < urls.length ? 'degraded' : 'up', sentence }
}
