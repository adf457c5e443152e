// One place that turns addresses, secrets and folders into the environment of each process (see .env.example).
import { join } from 'node:path'
import { ROOT } from './paths.mjs'

const LOOPBACK = '127.0.0.1'

const portFrom = (name, fallback) => Number(process.env[name] || fallback)

/** Hosts and ports of a stack, from the environment or the defaults 3000 to 3003. */
export const addressesFromEnv = () => ({
  siteHost: process.env.SITE_HOST || LOOPBACK,
  sitePort: portFrom('SITE_PORT', 3000),
  cmsHost: process.env.CMS_HOST || LOOPBACK,
  cmsPort: portFrom('CMS_PORT', 3001),
  terminalPort: portFrom('TERMINAL_PORT', 3002),
  postgresPort: portFrom('POSTGRES_PORT', 3003),
})

/** Environment of each process of one stack on this machine; variables that are set already win. */
export const settingsFor = ({
  addresses,
  secrets,
  databaseUrl,
  folder,
  isDev,
  isIsolated = false,
}) => {
  const { siteHost, sitePort, cmsHost, cmsPort, terminalPort } = addresses
  const siteInternal = `http://${LOOPBACK}:${sitePort}`
  const cmsInternal = `http://${LOOPBACK}:${cmsPort}`
  const shared = {
    SHELLFOLIO_ROOT: ROOT,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '',
  }
  const given = isIsolated ? pick(process.env, ['PATH', 'HOME', 'LANG', 'TZ']) : process.env
  const merge = (own) => ({ ...shared, ...own, ...withoutEmpty(given), ...shared })

  const site = merge({
    SITE_HOST: siteHost,
    SITE_PORT: String(sitePort),
    SITE_URL: `http://localhost:${sitePort}`,
    CMS_INTERNAL_URL: cmsInternal,
    CMS_URL: `http://localhost:${cmsPort}`,
    WEBHOOK_KEY: secrets.webhookKey,
  })
  const cms = merge({
    CMS_HOST: cmsHost,
    CMS_PORT: String(cmsPort),
    CMS_URL: `http://localhost:${cmsPort}`,
    CMS_INTERNAL_URL: cmsInternal,
    SITE_URL: `http://localhost:${sitePort}`,
    SITE_INTERNAL_URL: siteInternal,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: secrets.payloadSecret,
    WEBHOOK_KEY: secrets.webhookKey,
    TERMINAL_GRANT_KEY: secrets.terminalGrantKey,
    TERMINAL_INTERNAL_URL: `http://${LOOPBACK}:${terminalPort}`,
    UPLOAD_DIR: join(folder, 'uploads'),
    OWNER_EMAIL: 'owner@example.com',
    OWNER_PASSWORD: secrets.ownerPassword,
  })
  const terminal = merge({
    TERMINAL_HOST: LOOPBACK,
    TERMINAL_PORT: String(terminalPort),
    TERMINAL_GRANT_KEY: secrets.terminalGrantKey,
    TERMINAL_STATE_DIR: join(folder, 'terminal'),
    TERMINAL_ARCHIVE_ORIGIN: cmsInternal,
  })
  return { site, cms, terminal }
}

const withoutEmpty = (env) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '' && value !== undefined))

const pick = (env, names) => Object.fromEntries(names.map((name) => [name, env[name] ?? '']))
