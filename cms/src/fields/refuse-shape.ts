// Turns what is wrong with the shape of a field into the answer that Payload gives to a wrong field.
import { type PayloadRequest, ValidationError } from 'payload'
import { ShapeError } from './shape.ts'

type Asked = {
  /** Of the field. */
  path: readonly (number | string)[]
  /** Of its collection or global. */
  slug: string | undefined
  req: PayloadRequest
}

/** What `clean` returns. @throws {ValidationError} with its message when it refuses */
export const refuseShape = <Value>({ path, slug, req }: Asked, clean: () => Value): Value => {
  try {
    return clean()
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    const errors = [{ path: path.join('.'), message: error.message }]
    throw new ValidationError({ ...(slug ? { collection: slug } : {}), errors, req }, req.t)
  }
}
