// Whether an account has a second factor, and whether it has to get one before it may do anything else.
import { sql } from '@payloadcms/db-postgres'
import type { Field, FieldHook, PayloadRequest } from 'payload'
import { ownersOrSelfField } from '../../access/rules.ts'
import { inTransaction } from '../sql.ts'

const hasFactor = async (req: PayloadRequest, account: string): Promise<boolean> => {
  const rows = await inTransaction(
    req,
    sql`select 1 from second_factors where account_id = ${account} and confirmed_at is not null`,
  )
  return rows.length > 0
}

const isRequired = async (req: PayloadRequest): Promise<boolean> => {
  const rows = await inTransaction(
    req,
    sql`select 1 from account_rules where require_second_factor`,
  )
  return rows.length > 0
}

const idOf = ({ data, originalDoc }: Parameters<FieldHook>[0]): string | undefined => {
  const id: unknown = data?.id ?? originalDoc?.id
  return typeof id === 'string' ? id : undefined
}

const readHas: FieldHook = async (args) => {
  const id = idOf(args)
  return id === undefined ? undefined : hasFactor(args.req, id)
}

const readDue: FieldHook = async (args) => {
  const id = idOf(args)
  if (id === undefined) return undefined
  return !(await hasFactor(args.req, id)) && (await isRequired(args.req))
}

/** Computed each time an account is read, as each request with a login does, so that neither can be out of date. */
export const secondFactorFields: Field[] = [
  {
    name: 'secondFactor',
    type: 'checkbox',
    virtual: true,
    label: 'Second factor',
    access: { read: ownersOrSelfField, create: () => false, update: () => false },
    admin: { hidden: true },
    hooks: { afterRead: [readHas] },
  },
  {
    /** The access rules refuse such an account everything but itself. */
    name: 'secondFactorDue',
    type: 'checkbox',
    virtual: true,
    access: { read: ownersOrSelfField, create: () => false, update: () => false },
    admin: { hidden: true },
    hooks: { afterRead: [readDue] },
  },
]
