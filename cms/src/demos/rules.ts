// The rules of guided demos, checked when a demo is saved: a rule that the service would refuse, or that refuses what the
// demo itself suggests, is named to its editor.
import type { Rule } from '@shellfolio/protocol'
import { checkRule, testRules } from '@shellfolio/terminal-service/rules'
import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

type RuleRow = { program?: string | null; argument?: string | null } | null | undefined
type Demo = { mode?: string | null; rules?: RuleRow[] | null }

export const isGuided = (demo: Partial<Demo> | undefined): boolean => demo?.mode === 'guided'

const asRule = (row: RuleRow): Rule => ({
  program: row?.program ?? '',
  argument: row?.argument ?? '',
})

/** The rules of a demo, if each of them is one. */
const usableRules = ({ rules }: Partial<Demo>): Rule[] | undefined => {
  const all = (Array.isArray(rules) ? rules : []).map(asRule)
  return all.every((rule) => checkRule(rule).ok) ? all : undefined
}

/** Each rule must be one that the service takes; the message names it by its program. */
export const checkArgument: TextFieldSingleValidation = (value, options) => {
  const length = text(value, options)
  if (length !== true) return length
  const rule = asRule({ ...(options.siblingData as RuleRow), argument: value ?? '' })
  if (rule.program === '') return true
  const verdict = checkRule(rule)
  return verdict.ok || `The rule for “${rule.program}” cannot be used: ${verdict.problem}`
}

/** A command that a guided demo suggests must be one that its rules allow. */
export const checkCommand: TextFieldSingleValidation = (value, options) => {
  const length = text(value, options)
  if (length !== true || !value) return length
  const demo = options.data as Partial<Demo>
  // Without usable rules, those are what has to be changed first.
  const rules = isGuided(demo) ? usableRules(demo) : undefined
  if (!rules || rules.length === 0) return true
  const [result] = testRules(rules, [value])
  if (!result || result.ok) return true
  return `The rules of this demo refuse “${value}”: ${result.problem}`
}
