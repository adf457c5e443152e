'use client'
// How a build or a smoke run went, in sentences, with what was printed below.
import { Banner } from '@payloadcms/ui'
import type { BuildReport, SmokeReport, SmokeResult } from '../../trials/reports.ts'
import { bytes, duration } from '../live-sessions/overview.ts'
import { useWords } from '../use-words.ts'

const Printed = ({ text }: { text: string }) =>
  text.trim() === '' ? null : <pre className="terminal-try__log">{text}</pre>

/** `isCheck`: the archive was unpacked, and nothing built. */
export const BuildOutcome = ({ report, isCheck }: { report: BuildReport; isCheck: boolean }) => {
  const { say, locale } = useWords()
  const values = { ms: duration(report.ms, locale), bytes: bytes(report.bytes, locale) }
  const done = report.cached ? 'buildCached' : 'buildDone'
  return (
    <>
      <Banner type={report.ok ? 'success' : 'error'}>
        {report.ok
          ? say(isCheck ? 'checkDone' : done, values)
          : (report.reason ?? say('buildFailed'))}
      </Banner>
      <Printed text={report.log} />
    </>
  )
}

const Command = ({ result }: { result: SmokeResult }) => {
  const { say } = useWords()
  const { ok, ended, exitCode, matched } = result
  const verdict = () => {
    if (ended === 'not-run') return say('commandNotRun')
    if (ok) return say(matched ? 'commandAsExpected' : 'commandEndedWell')
    return matched && exitCode !== undefined
      ? say('commandFailedWith', { code: exitCode })
      : say('commandFailed')
  }
  return (
    <li className={`terminal-try__command terminal-try__command--${ok ? 'ok' : 'failed'}`}>
      <code>{result.command}</code> <span>{verdict()}</span>
      {!ok && <Printed text={result.output} />}
    </li>
  )
}

export const SmokeOutcome = ({ report }: { report: SmokeReport }) => {
  const { say, locale } = useWords()
  const { results, detail } = report
  const failed = results.filter(({ ok }) => !ok).length
  const sentence = () => {
    if (detail !== undefined) return detail
    if (results.length === 0) return say('smokeNothing')
    return report.ok
      ? say('smokeDone', { count: results.length, ms: duration(report.ms, locale) })
      : say('smokeFailed', { failed, count: results.length })
  }
  return (
    <>
      <Banner type={report.ok ? 'success' : 'error'}>{sentence()}</Banner>
      <ol className="terminal-try__commands">
        {results.map((result, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a command may be listed twice, and a report never changes.
          <Command key={`${index}-${result.command}`} result={result} />
        ))}
      </ol>
    </>
  )
}
