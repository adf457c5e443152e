// Who may do what, in three roles: an owner everything, an editor content, a viewer look.
import type { PayloadRequest } from 'payload'

export const ROLES = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** Whether `user` is an account of ours with one of `roles`; users of other collections have none. */
export const hasRole = (user: PayloadRequest['user'], ...roles: Role[]): boolean =>
  user?.collection === 'users' && roles.includes(user.role)
