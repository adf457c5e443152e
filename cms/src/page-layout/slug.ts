// The address of a page. Those that the site uses for itself are refused: a page there would hide it, or never be seen.
import type { TextField, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { slugField } from '../fields/slug.ts'

const RESERVED = new Set([
  '404',
  '500',
  'admin',
  'api',
  'assets',
  'atom',
  'contact',
  'demo',
  'demos',
  'en',
  'experience',
  'experiences',
  'feed',
  'fr',
  'healthz',
  'home',
  'index',
  'islands',
  'media',
  'missing',
  'pages',
  'preview',
  'projects',
  'readyz',
  'resume',
  'rss',
  'search',
  'sitemap',
  'static',
  'status',
  'styleguide',
  'technologies',
  'terminal',
])

const checkSlug: TextFieldSingleValidation = (value, options) => {
  const length = text(value, options)
  if (length !== true) return length
  return !RESERVED.has(value ?? '') || `The site itself uses “/${value}”: choose another address.`
}

export const pageSlug = (): TextField =>
  ({ ...slugField('title'), validate: checkSlug }) as TextField
