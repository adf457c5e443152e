// Old addresses that lead on: made by the CMS when a published document moves, or by hand.
import type { CollectionConfig, CollectionSlug } from 'payload'
import { editors, nobody, owners, staff } from '../access/rules.ts'
import { ADDRESS, LINE } from '../fields/text-lengths.ts'
import { isDestination } from '../fields/web-address.ts'
import { reportRedirect, reportRedirectDelete } from '../outbox/hooks.ts'
import { ADDRESSED } from '../redirects/addresses.ts'
import { checkRedirect, shortenOthers, spellAddresses } from '../redirects/check.ts'
import { servedEndpoint } from '../redirects/serve.ts'
import { isFree, sitePath } from '../redirects/site-path.ts'

const isFrom = (value: string | null | undefined): true | string => {
  const path = sitePath(value ?? '')
  if (!path) return 'Give a path on this site, for instance /projects/old-name.'
  return isFree(path) || 'The site itself answers at this address.'
}

/** A browser follows a redirect to a path or to the web, not to a mail address or an anchor. */
const isTarget = (value: string | null | undefined): true | string =>
  /^(?:\/|https?:)/.test(value ?? '')
    ? isDestination(value)
    : 'Give a path (/projects) or a whole address (https://…).'

/** `siteUrl`: origin of the site; addresses on it are kept as paths. */
export const redirects = (siteUrl: string): CollectionConfig => ({
  slug: 'redirects',
  access: {
    read: staff,
    create: editors,
    update: editors,
    delete: editors,
    readVersions: nobody,
    unlock: owners,
    admin: staff,
  },
  admin: {
    useAsTitle: 'from',
    group: 'Site',
    defaultColumns: ['from', 'document', 'address', 'type', 'source'],
    description:
      'A published document that gets a new address is found at its old one by itself. Add others by hand.',
  },
  defaultSort: '-updatedAt',
  versions: false,
  endpoints: [servedEndpoint],
  hooks: {
    beforeValidate: [spellAddresses(siteUrl)],
    beforeChange: [checkRedirect],
    afterChange: [shortenOthers, reportRedirect],
    afterDelete: [reportRedirectDelete],
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: LINE,
      label: 'Old address',
      validate: isFrom,
      admin: { description: 'A path on this site at which there is no page any more.' },
    },
    {
      name: 'target',
      type: 'radio',
      required: true,
      defaultValue: 'document',
      label: 'Leads to',
      options: [
        { value: 'document', label: 'A document, wherever it is' },
        { value: 'address', label: 'An address' },
      ],
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: Object.keys(ADDRESSED) as CollectionSlug[],
      admin: {
        condition: (_, { target }) => target === 'document',
        description: 'Visitors are sent there while it is published.',
      },
    },
    {
      name: 'address',
      type: 'text',
      maxLength: ADDRESS,
      index: true,
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: unknown },
      ): true | string =>
        (siblingData as { target?: string }).target !== 'address' || isTarget(value),
      admin: { condition: (_, { target }) => target === 'address' },
    },
    {
      name: 'type',
      type: 'select',
      required: true,
      defaultValue: '308',
      options: [
        { value: '308', label: '308: moved for good' },
        { value: '301', label: '301: moved for good (older programs)' },
        { value: '302', label: '302: for now' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'source',
      type: 'select',
      required: true,
      defaultValue: 'manual',
      access: { create: nobody, update: nobody },
      options: [
        { value: 'automatic', label: 'Made when a document moved' },
        { value: 'manual', label: 'Made by hand' },
      ],
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
})
