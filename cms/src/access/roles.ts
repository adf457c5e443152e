// Who may do what, in three roles: an owner everything, an editor content, a viewer look.
import type { PayloadRequest } from 'payload'

export const ROLES = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** Whether `user` is logged in with one of `roles`. */
export const hasRole = (user: PayloadRequest['user'], ...roles: Role[]): boolean =>
  user !== null && user !== undefined && roles.includes(user.role)
