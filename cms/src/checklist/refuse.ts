// Refuses to publish what would harm readers, whoever publishes it: a person, a program, or the clock.
import { type CollectionBeforeChangeHook, ValidationError } from 'payload'
import { check } from './check.ts'
import type { Item } from './facts.ts'
import { type Checked, factsOf } from './gather.ts'

type Fields = { flattenedFields: { name: string }[] }

/** Payload asks for these itself, together with everything else that a field wants. */
const isAskedByFields = ({ rule, where: { path } }: Item, { flattenedFields }: Fields): boolean => {
  const field = flattenedFields.find(({ name }) => name === path)
  return rule === 'diagram' || Boolean(field && 'required' in field && field.required)
}

/** `siteUrl`: origin of the site. Runs before Payload's own look at the fields. */
export const refuseHarm =
  (siteUrl: string): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, collection, req }) => {
    const whole = { ...originalDoc, ...data }
    // What goes into the trash is seen by nobody.
    if (whole._status !== 'published' || whole.deletedAt) return data
    const slug = collection.slug as Checked
    const facts = await factsOf(req, { collection: slug, id: whole.id, data: whole }, siteUrl)
    const errors = check(facts)
      .filter((item) => item.level === 'blocks' && !isAskedByFields(item, collection))
      .map(({ message, where: { path, label } }) => ({ path, label, message }))
    if (errors.length > 0) throw new ValidationError({ collection: slug, errors, req }, req.t)
    return data
  }
