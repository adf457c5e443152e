// Scores the headers of a page after the table that Mozilla's HTTP Observatory publishes, without asking it.

/** What each finding adds to 100 or takes off it. What adds counts only from 90 on. */
const SCORES = {
  'csp-no-unsafe-default-none': 10,
  'csp-no-unsafe': 5,
  'csp-unsafe-style': 0,
  'csp-insecure-scheme-passive': -10,
  'csp-unsafe-eval': -10,
  'csp-unsafe-inline': -20,
  'csp-insecure-scheme': -20,
  'csp-missing': -25,
  'cookies-none': 0,
  'cookies-secure-samesite': 5,
  'cookies-loose': -20,
  'cors-none': 0,
  'cors-public': 0,
  'cors-with-credentials': -50,
  'referrer-private': 5,
  'referrer-missing': 0,
  'referrer-unsafe': -5,
  'hsts-preloaded': 5,
  'hsts-six-months': 0,
  'hsts-short': -10,
  'hsts-missing': -20,
  'sri-on-scripts': 5,
  'sri-same-origin-only': 0,
  'sri-missing-elsewhere': -5,
  nosniff: 0,
  'nosniff-missing': -5,
  'frames-by-csp': 5,
  'frames-by-header': 5,
  'frames-anywhere': -20,
  'corp-same': 10,
  'corp-cross': 0,
  'corp-missing': 0,
  'corp-invalid': -5,
  'coop-isolated': 10,
  'coop-none': 0,
  'coop-missing': 0,
  'coop-invalid': -5,
  'coep-isolated': 10,
  'coep-none': 0,
  'coep-missing': 0,
  'coep-invalid': -5,
} as const

export type Finding = keyof typeof SCORES

const BASE = 100
const BONUS_FROM = 90
const SIX_MONTHS_S = 15_552_000

const BROAD = new Set(['ftp:', 'http:', 'https:', '*', 'http://*', 'https://*'])
const UNSAFE = new Set(["'unsafe-inline'", 'data:'])
const PRIVATE_REFERRERS = new Set([
  'no-referrer',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
])

type Headers = Readonly<Record<string, string | undefined>>

const directivesOf = (policy: string) =>
  new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  )

const policyFinding = (headers: Headers): Finding => {
  const policy = headers['content-security-policy']
  if (!policy) return 'csp-missing'
  const directives = directivesOf(policy)
  const sources = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*']
  const isLoose = (name: string, sets: ReadonlySet<string>[]) =>
    sources(name).some((source) => sets.some((set) => set.has(source)))
  const isInsecure = (all: readonly string[]) => all.some((source) => /^(?:http|ftp):/.test(source))
  const passive = ['img-src', 'media-src']
  const active = [...directives].flatMap(([name, all]) => (passive.includes(name) ? [] : all))
  if (isLoose('script-src', [BROAD, UNSAFE]) || isLoose('object-src', [BROAD])) {
    return 'csp-unsafe-inline'
  }
  if (isInsecure(active)) return 'csp-insecure-scheme'
  if ([...sources('script-src'), ...sources('style-src')].includes("'unsafe-eval'")) {
    return 'csp-unsafe-eval'
  }
  if (isInsecure(passive.flatMap(sources))) return 'csp-insecure-scheme-passive'
  if (isLoose('style-src', [BROAD, UNSAFE])) return 'csp-unsafe-style'
  const fallback = directives.get('default-src')
  return fallback?.length === 1 && fallback[0] === "'none'"
    ? 'csp-no-unsafe-default-none'
    : 'csp-no-unsafe'
}

const cookieFinding = (headers: Headers): Finding => {
  const cookie = headers['set-cookie']
  if (!cookie) return 'cookies-none'
  const isTight = [/;\s*secure/i, /;\s*httponly/i, /;\s*samesite=(?:lax|strict)/i].every((part) =>
    part.test(cookie),
  )
  return isTight ? 'cookies-secure-samesite' : 'cookies-loose'
}

const corsFinding = (headers: Headers): Finding => {
  if (!headers['access-control-allow-origin']) return 'cors-none'
  return headers['access-control-allow-credentials'] === 'true'
    ? 'cors-with-credentials'
    : 'cors-public'
}

const referrerFinding = (headers: Headers): Finding => {
  const last = headers['referrer-policy']?.split(',').at(-1)?.trim().toLowerCase()
  if (!last) return 'referrer-missing'
  return PRIVATE_REFERRERS.has(last) ? 'referrer-private' : 'referrer-unsafe'
}

/** Whether browsers really have it on their list is not to be seen in a header: that counts for nothing here. */
const transportFinding = (headers: Headers): Finding => {
  const maxAge = /max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1]
  if (!maxAge) return 'hsts-missing'
  return Number(maxAge) >= SIX_MONTHS_S ? 'hsts-six-months' : 'hsts-short'
}

const frameFinding = (headers: Headers): Finding => {
  const directives = directivesOf(headers['content-security-policy'] ?? '')
  if (directives.has('frame-ancestors')) return 'frames-by-csp'
  return /^(?:deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '')
    ? 'frames-by-header'
    : 'frames-anywhere'
}

const scriptFinding = (html: string): Finding => {
  const scripts = Array.from(html.matchAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g), ([tag]) => tag)
  if (scripts.some((tag) => / integrity="/.test(tag))) return 'sri-on-scripts'
  return scripts.some((tag) => /src="(?:https?:)?\/\//.test(tag))
    ? 'sri-missing-elsewhere'
    : 'sri-same-origin-only'
}

/** One of the three headers that keep origins apart. */
const isolation = (
  value: string | undefined,
  values: Record<string, Finding>,
  [missing, invalid]: [Finding, Finding],
): Finding => (value ? (values[value.trim().toLowerCase()] ?? invalid) : missing)

/** Names of headers are in lower case; `html` is the page that they came with. */
export const observe = (headers: Headers, html: string): { score: number; findings: Finding[] } => {
  const findings: Finding[] = [
    policyFinding(headers),
    cookieFinding(headers),
    corsFinding(headers),
    referrerFinding(headers),
    transportFinding(headers),
    scriptFinding(html),
    headers['x-content-type-options']?.toLowerCase() === 'nosniff' ? 'nosniff' : 'nosniff-missing',
    frameFinding(headers),
    isolation(
      headers['cross-origin-resource-policy'],
      { 'same-origin': 'corp-same', 'same-site': 'corp-same', 'cross-origin': 'corp-cross' },
      ['corp-missing', 'corp-invalid'],
    ),
    isolation(
      headers['cross-origin-opener-policy'],
      {
        'same-origin': 'coop-isolated',
        'same-origin-allow-popups': 'coop-isolated',
        'noopener-allow-popups': 'coop-isolated',
        'unsafe-none': 'coop-none',
      },
      ['coop-missing', 'coop-invalid'],
    ),
    isolation(
      headers['cross-origin-embedder-policy'],
      {
        'require-corp': 'coep-isolated',
        credentialless: 'coep-isolated',
        'unsafe-none': 'coep-none',
      },
      ['coep-missing', 'coep-invalid'],
    ),
  ]
  const scores = findings.map((finding) => SCORES[finding])
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0)
  const low = BASE + sum(scores.filter((score) => score < 0))
  const bonus = low >= BONUS_FROM ? sum(scores.filter((score) => score > 0)) : 0
  return { score: Math.max(0, low + bonus), findings }
}
