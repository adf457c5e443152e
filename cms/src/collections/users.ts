// Accounts of the admin.
import type { CollectionConfig } from 'payload'
import {
  beforeAccountIsDeleted,
  checkPassword,
  keepOwnerOnChange,
  refuseSelfRegistration,
} from '../access/account-rules.ts'
import { ROLES } from '../access/roles.ts'
import { nobody, owners, ownersOrSelf, ownersOrSelfField, people } from '../access/rules.ts'
import {
  forgotPassword,
  forgotPasswordEndpoint,
  logForgottenPassword,
} from '../accounts/forgot-password.ts'
import { loginEndpoints } from '../accounts/logins/endpoints.ts'
import {
  endLoginsOnChange,
  endOfReset,
  lockForLogout,
  lockOrRemember,
  loginWithWhatHolds,
  noteLogin,
} from '../accounts/logins/hooks.ts'
import { seenStrategy } from '../accounts/logins/seen.ts'
import { endPasswordCheck } from '../accounts/password-check.ts'
import { askSecondFactor } from '../accounts/second-factor/ask.ts'
import { secondFactorFields } from '../accounts/second-factor/due.ts'
import { secondFactorEndpoints } from '../accounts/second-factor/endpoints.ts'
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
    strategies: [seenStrategy()],
    forgotPassword,
    cookies: { secure: isSecure, sameSite: 'Lax' },
  },
  access: {
    read: ownersOrSelf,
    create: owners,
    update: ownersOrSelf,
    delete: owners,
    unlock: owners,
    readVersions: nobody,
    // Also who still owes a second factor: the page of their account is where they get it.
    admin: people,
  },
  admin: { useAsTitle: 'name', group: 'People', defaultColumns: ['name', 'email', 'role'] },
  versions: false,
  hooks: {
    // Each needs the lock or the memory of the first.
    beforeOperation: [lockOrRemember, checkPassword],
    beforeChange: [refuseSelfRegistration, keepOwnerOnChange, endLoginsOnChange],
    beforeDelete: [beforeAccountIsDeleted],
    // The second factor last but for resets: no code is spent on what is refused anyway.
    beforeLogin: [loginWithWhatHolds, endPasswordCheck, askSecondFactor, endOfReset],
    afterLogin: [noteLogin],
    afterLogout: [lockForLogout],
    afterForgotPassword: [logForgottenPassword],
  },
  endpoints: [forgotPasswordEndpoint, ...secondFactorEndpoints, ...loginEndpoints],
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
    {
      name: 'disabled',
      type: 'checkbox',
      defaultValue: false,
      access: { create: owners, update: owners },
      admin: {
        position: 'sidebar',
        description: 'Cannot log in; every login ends at once. What they wrote stays.',
      },
    },
    ...secondFactorFields,
    {
      name: 'secondFactorPanel',
      type: 'ui',
      admin: {
        components: {
          Field: '/accounts/second-factor/second-factor-panel.client.tsx#SecondFactorPanel',
        },
      },
    },
    {
      name: 'loginsPanel',
      type: 'ui',
      admin: {
        components: { Field: '/accounts/logins/logins-panel.client.tsx#LoginsPanel' },
      },
    },
  ],
})
