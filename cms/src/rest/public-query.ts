// Judges the query of a reader without an account: an allow list, so that nothing is found out by comparing or ordering.
import type { FlattenedField } from 'payload'
import { isLanguage } from '../languages/languages.ts'
import { MAX_DEPTH, PUBLIC_READS } from '../limits.ts'
import { EVERYWHERE, OPERATORS, type PublicRule } from './public-rules.ts'

type Query = Record<string, unknown>

const isObject = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : [])

/** Names of fields at the top of a document that everybody may read. */
export const openFields = (fields: readonly FlattenedField[]): Set<string> =>
  new Set([
    'id',
    ...fields
      .filter((field) => {
        const isHidden = 'hidden' in field && field.hidden === true
        return !isHidden && field.type !== 'join' && !('access' in field && field.access?.read)
      })
      .map(({ name }) => name),
  ])

export type Asked = {
  query: Query
  /** Of the collection that is asked; none for a global or one document. */
  rule?: PublicRule
  /** As `openFields` answers for the collection or global. */
  open: ReadonlySet<string>
  /** The same for every other collection. */
  openOf: (slug: string) => ReadonlySet<string> | undefined
}

const isWhole = (value: unknown, min: number, max: number): boolean => {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return Number.isInteger(number) && (number as number) >= min && (number as number) <= max
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (typeof value === 'string' && value.length <= PUBLIC_READS.valueChars && /^\P{Cc}*$/u.test(value))

const isComparison = (operator: string, value: unknown): boolean => {
  if (!OPERATORS.some((known) => known === operator)) return false
  if (operator !== 'in' || !Array.isArray(value)) return isPlain(value)
  return value.length <= PUBLIC_READS.values && value.every(isPlain)
}

/** `clauses` counts what has been seen, so that a query is bounded as a whole. */
const isWhere = (
  where: unknown,
  fields: ReadonlySet<string>,
  clauses: { left: number },
  depth = 0,
): boolean => {
  if (!isObject(where) || depth > PUBLIC_READS.whereDepth) return false
  return Object.entries(where).every(([name, value]) => {
    clauses.left -= 1
    if (clauses.left < 0) return false
    if (name === 'and' || name === 'or') {
      const parts = Array.isArray(value)
        ? value
        : Object.values(isObject(value) ? value : { value })
      return parts.every((part) => isWhere(part, fields, clauses, depth + 1))
    }
    return (
      fields.has(name) &&
      isObject(value) &&
      Object.entries(value).every(([operator, operand]) => isComparison(operator, operand))
    )
  })
}

const isSort = (sort: unknown, fields: ReadonlySet<string>): boolean => {
  const names = typeof sort === 'string' ? sort.split(',') : sort
  if (!Array.isArray(names) || names.length > PUBLIC_READS.sorts) return false
  return names.every((name) => typeof name === 'string' && fields.has(name.replace(/^-/, '')))
}

const isChoice = (select: unknown, open: ReadonlySet<string>): boolean =>
  isObject(select) &&
  Object.entries(select).every(
    ([name, value]) => open.has(name) && (value === 'true' || value === true),
  )

const namesOf = (kind: 'where' | 'sort', { rule, open }: Asked): ReadonlySet<string> =>
  new Set([
    ...EVERYWHERE[kind].filter((name) => open.has(name)),
    // Their first part, so that a private group is not ordered by.
    ...(rule?.[kind] ?? []).filter((name) => open.has(name.split('.')[0] ?? '')),
  ])

const JUDGES: Record<string, (value: unknown, asked: Asked) => boolean> = {
  depth: (value) => isWhole(value, 0, MAX_DEPTH),
  locale: isLanguage,
  limit: (value, { rule }) =>
    rule !== undefined && isWhole(value, 1, rule.limit ?? PUBLIC_READS.limit),
  page: (value, { rule }) => rule !== undefined && isWhole(value, 1, PUBLIC_READS.page),
  where: (value, asked) =>
    asked.rule !== undefined &&
    isWhere(value, namesOf('where', asked), { left: PUBLIC_READS.clauses }),
  sort: (value, asked) => asked.rule !== undefined && isSort(value, namesOf('sort', asked)),
  select: (value, { open }) => isChoice(value, open),
  populate: (value, { openOf }) =>
    isObject(value) &&
    Object.entries(value).every(([slug, select]) => isChoice(select, openOf(slug) ?? new Set())),
}

/** The first parameter that a reader without an account may not use, or not like this. */
export const refusedParameter = (asked: Asked): string | undefined =>
  keysOf(asked.query).find((name) => {
    // Payload names what was not sent as well.
    if (asked.query[name] === undefined) return false
    const judge = Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined
    return !judge?.(asked.query[name], asked)
  })
