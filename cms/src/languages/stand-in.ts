// Lets a translation leave out what the default language says: that is what readers get, so that is what is checked.
import type { Field, FieldHook, PayloadRequest } from 'payload'
import { richText, text, textarea } from 'payload/shared'
import { DEFAULT_LANGUAGE, isTranslation, labelOf } from './languages.ts'
import { isUnwritten } from './texts.ts'

type Verdict = true | string
type Asked = {
  event?: string
  id?: unknown
  operation?: string
  path?: readonly (number | string)[]
  req: PayloadRequest
}
type Validate = (value: unknown, asked: Asked) => Verdict | Promise<Verdict>

/** Payload's own, which a field that has none gets. */
const OWN = { richText, text, textarea }

/** Several documents may be written by one request, but a new one only alone; a global is checked without its id. */
const keyOf = (operation: unknown, id: unknown, path: readonly (number | string)[] = []): string =>
  [operation === 'create' ? '' : String(id ?? ''), ...path].join('.')

type Localized = Extract<Field, { type: 'richText' | 'text' | 'textarea' }>

/**
 * `field`, which has languages, so that writing in another than the default one asks for nothing that the default one has.
 * Whatever is missing there too must be written there first.
 */
export const withStandIn = (field: Localized): Field => {
  const validate = (field.validate ?? OWN[field.type]) as Validate
  /** What the default language says, between the hook that sees it and the check, which does not. */
  const said = new WeakMap<PayloadRequest, Map<string, unknown>>()

  const noteDefault: FieldHook = ({
    global,
    operation,
    originalDoc,
    path,
    req,
    siblingDocWithLocales,
    value,
  }) => {
    if (!isTranslation(req.locale)) return value
    const noted = said.get(req) ?? new Map<string, unknown>()
    const all: unknown = siblingDocWithLocales?.[field.name]
    const standIn = (all as Record<string, unknown> | null | undefined)?.[DEFAULT_LANGUAGE]
    noted.set(keyOf(operation, global ? undefined : originalDoc?.id, path), standIn)
    said.set(req, noted)
    // An editor that was emptied leaves a text without words, in whose place nothing would stand in.
    return field.type === 'richText' && isUnwritten(value) ? null : value
  }

  const checkTranslation: Validate = async (value, asked) => {
    const { event, id, operation, path, req } = asked
    // The form knows one language only; what is saved is looked at as a whole.
    if (event === 'submit') {
      const noted = said.get(req)
      const key = keyOf(operation, id, path)
      const verdict = await validate(noted?.get(key), asked)
      noted?.delete(key)
      if (verdict !== true) return `${labelOf(DEFAULT_LANGUAGE)}: ${verdict}`
    }
    return isUnwritten(value) ? true : validate(value, asked)
  }

  const check: Validate = (value, asked) =>
    isTranslation(asked.req.locale) ? checkTranslation(value, asked) : validate(value, asked)

  const beforeChange = [noteDefault, ...(field.hooks?.beforeChange ?? [])]
  return { ...field, validate: check, hooks: { ...field.hooks, beforeChange } } as unknown as Field
}
