// Accounts of the admin.
import type { CollectionConfig } from 'payload'
import {
  checkPassword,
  keepOwnerOnChange,
  keepOwnerOnDelete,
  refuseSelfRegistration,
} from '../access/account-rules.ts'
import { ROLES } from '../access/roles.ts'
import { nobody, owners, ownersOrSelf, ownersOrSelfField, staff } from '../access/rules.ts'
import { LINE } from '../fields/text-lengths.ts'
import { LOCK_TIME_MS, LOGIN_LIFETIME_S, MAX_LOGIN_ATTEMPTS } from '../limits.ts'

/** `isSecure`: the CMS is reached by https, so its cookie never travels otherwise. */
export const users = ({ isSecure }: { isSecure: boolean }): CollectionConfig => ({
  slug: 'users',
  auth: {
    tokenExpiration: LOGIN_LIFETIME_S,
    maxLoginAttempts: MAX_LOGIN_ATTEMPTS,
    lockTime: LOCK_TIME_MS,
    useSessions: true,
    cookies: { secure: isSecure, sameSite: 'Lax' },
  },
  access: {
    read: ownersOrSelf,
    create: owners,
    update: ownersOrSelf,
    delete: owners,
    unlock: owners,
    readVersions: nobody,
    admin: staff,
  },
  admin: { useAsTitle: 'name', group: 'Site', defaultColumns: ['name', 'email', 'role'] },
  versions: false,
  hooks: {
    beforeOperation: [checkPassword],
    beforeChange: [refuseSelfRegistration, keepOwnerOnChange],
    beforeDelete: [keepOwnerOnDelete],
  },
  fields: [
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: { update: ownersOrSelfField },
    },
    { name: 'name', type: 'text', required: true, maxLength: LINE },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'viewer',
      options: [...ROLES],
      saveToJWT: true,
      access: { create: owners, update: owners },
      admin: {
        position: 'sidebar',
        description: 'Owners do everything, editors write content, viewers only look.',
      },
    },
  ],
})
