// Who may do what, in three roles: an owner everything, an editor content, a viewer look.
import type { PayloadRequest } from 'payload'

export const ROLES = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

type Asker = PayloadRequest['user']
type Person = Extract<NonNullable<Asker>, { collection: 'users' }>

/** Whether `user` is an account of ours that is not disabled, whatever it may do. */
export const isPerson = (user: Asker): user is Person =>
  user?.collection === 'users' && user.disabled !== true

/** Whether `user` is such an account with one of `roles`. One that still owes a second factor has none; see `due.ts`. */
export const hasRole = (user: Asker, ...roles: Role[]): boolean =>
  isPerson(user) && user.secondFactorDue !== true && roles.includes(user.role)

/** What a program may do: read what visitors do not see yet, or write as an editor writes. */
export const SCOPES = ['read', 'write'] as const
export type Scope = (typeof SCOPES)[number]

/** Whether `user` is a program with one of `scopes`. Its key was checked when the request came. */
export const hasScope = (user: Asker, ...scopes: Scope[]): boolean =>
  user?.collection === 'service-accounts' && scopes.includes(user.scope)
