// What this CMS is made of. Evaluating it opens nothing: Payload connects when it starts.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { terminalPlugin } from '@shellfolio/payload-terminal'
import type { Config } from 'payload'
import sharp from 'sharp'
import { editors, nobody, owners, staff } from './access/rules.ts'
import { logins } from './accounts/logins/collection.ts'
import { secondFactors } from './accounts/second-factor/collection.ts'
import { activityRun, activityTask } from './activity/task.ts'
import { openArchive } from './archives/open.ts'
import { auditPlugin } from './audit/plugin.ts'
import { logTerminalFact } from './audit/terminal.ts'
import { checklistPlugin } from './checklist/plugin.ts'
import { archives } from './collections/archives.ts'
import { demos } from './collections/demos.ts'
import { experiences } from './collections/experiences.ts'
import { media } from './collections/media.ts'
import { pages } from './collections/pages.ts'
import { projects } from './collections/projects.ts'
import { redirects } from './collections/redirects.ts'
import { serviceAccounts } from './collections/service-accounts.ts'
import { technologies } from './collections/technologies.ts'
import { users } from './collections/users.ts'
import { contact } from './contact/contact.ts'
import { database } from './database.ts'
import { drawDiagramsRun, drawDiagramsTask } from './diagrams/task.ts'
import { bodyEditor } from './editor/editor.ts'
import { mail } from './email.ts'
import type { CmsEnv } from './env.ts'
import { withPlainInputs } from './fields/plain-inputs.ts'
import { CLEANUP, cleanupTask } from './files/cleanup-task.ts'
import { openPlaces, usePlaces } from './files/places.ts'
import { accountRules } from './globals/account-rules.ts'
import { resume } from './globals/resume.ts'
import { site } from './globals/site.ts'
import { terminal } from './globals/terminal.ts'
import { health } from './health/health.ts'
import { RESCUE, rescueTask } from './jobs/rescue.ts'
import { localization } from './languages/languages.ts'
import { languagesPlugin } from './languages/plugin.ts'
import { MAX_DEPTH } from './limits.ts'
import { logger } from './logger.ts'
import { OUTBOX } from './outbox/change.ts'
import { webhookDeliveries } from './outbox/collection.ts'
import { siteReceiver } from './outbox/receiver.ts'
import { reportRecordings } from './outbox/recordings.ts'
import { outboxTask } from './outbox/task.ts'
import { outboxWorkerOf } from './outbox/worker.ts'
import { counting } from './page-counts/page-counts.ts'
import { previewPlugin } from './preview/plugin.ts'
import { answerError } from './rest/answer-errors.ts'
import { guardReads } from './rest/guard-reads.ts'
import { guardWrites } from './rest/guard-writes.ts'
import { applyLockRules } from './rest/lock-rules.ts'
import { answerMissing } from './rest/missing.ts'
import { keepRefusals } from './schedule/keep.ts'
import { schedulePlugin } from './schedule/plugin.ts'
import { storageColumns, uploadLimits } from './storage.ts'

const here = dirname(fileURLToPath(import.meta.url))

export const cmsConfig = (env: CmsEnv): Config => {
  const inbox = contact(env)
  const wellbeing = health(env)
  const counts = counting(env)
  return {
    serverURL: env.CMS_URL,
    secret: env.PAYLOAD_SECRET,
    // Requests with our cookie come from the admin; the site reads without one, from its server.
    csrf: [env.CMS_URL, ...env.CMS_CSRF_ORIGINS],
    cors: env.CMS_CORS_ORIGINS,
    db: database(env.DATABASE_URL),
    editor: bodyEditor,
    localization,
    email: mail(env),
    logger,
    sharp,
    collections: [
      projects,
      experiences,
      pages,
      technologies,
      media,
      demos,
      inbox.collection,
      redirects(env.SITE_URL),
      archives,
      webhookDeliveries,
      wellbeing.collection,
      ...counts.collections,
      users({ isSecure: env.CMS_URL.startsWith('https:') }),
      serviceAccounts,
      secondFactors,
      logins,
    ],
    globals: [site, resume({ siteUrl: env.SITE_URL }), accountRules, terminal],
    endpoints: [...inbox.endpoints, wellbeing.endpoint, counts.endpoint],
    admin: {
      user: 'users',
      // Not Gravatar: the browser of whoever works here asks no third party for a picture.
      avatar: 'default',
      meta: { titleSuffix: ' · Shellfolio' },
      importMap: { baseDir: here },
      components: {
        beforeDashboard: [
          '/outbox/undelivered.tsx#Undelivered',
          '/schedule/refused-list.tsx#RefusedList',
          '/page-counts/widget.tsx#PageCounts',
        ],
        views: {
          // Payload's own would let whoever comes first become the owner.
          createFirstUser: { Component: '/accounts/no-account.tsx#NoAccount' },
          login: { Component: '/accounts/login/login-view.tsx#LoginView' },
        },
      },
    },
    defaultDepth: 1,
    maxDepth: MAX_DEPTH,
    graphQL: { disable: true },
    telemetry: false,
    typescript: { outputFile: join(here, 'payload-types.ts'), autoGenerate: false },
    upload: uploadLimits,
    jobs: {
      access: { run: owners, queue: nobody, cancel: owners },
      // Scheduled publishing, and messages that an earlier version left behind: the outbox has a worker of its own.
      autoRun: [
        { cron: '* * * * *', queue: 'default' },
        { cron: '* * * * *', queue: OUTBOX },
        { cron: '* * * * *', queue: CLEANUP },
        { cron: '* * * * *', queue: RESCUE },
        wellbeing.autoRun,
        counts.autoRun,
        activityRun,
        drawDiagramsRun,
        ...inbox.autoRun,
      ],
      tasks: [
        outboxTask,
        drawDiagramsTask(env.CHROMIUM_PATH ? { chromiumPath: env.CHROMIUM_PATH } : {}),
        cleanupTask,
        rescueTask,
        wellbeing.task,
        counts.task,
        activityTask(env),
        ...inbox.tasks,
      ],
      jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
        ...defaultJobsCollection,
        fields: withPlainInputs(defaultJobsCollection.fields),
        access: {
          read: staff,
          create: nobody,
          update: nobody,
          delete: owners,
          readVersions: nobody,
          unlock: owners,
          admin: staff,
        },
        admin: { ...defaultJobsCollection.admin, group: 'Site', hidden: false },
      }),
    },
    onInit: (payload) => {
      applyLockRules(payload)
      answerMissing(payload)
      keepRefusals(payload, env.SITE_URL)
      usePlaces(payload, openPlaces(env))
      outboxWorkerOf(payload).sendTo(siteReceiver(env))
    },
    hooks: { afterError: [answerError] },
    plugins: [
      storageColumns,
      languagesPlugin,
      checklistPlugin(env.SITE_URL),
      previewPlugin({ secret: env.PAYLOAD_SECRET, siteUrl: env.SITE_URL, cmsUrl: env.CMS_URL }),
      terminalPlugin({
        collections: { demos: 'demos', archives: 'archives', projects: 'projects' },
        global: 'terminal',
        internalUrl: env.TERMINAL_INTERNAL_URL,
        publicUrl: env.TERMINAL_PUBLIC_URL,
        cmsUrl: env.CMS_INTERNAL_URL,
        origins: [env.SITE_URL, env.CMS_URL],
        grantKey: env.TERMINAL_GRANT_KEY,
        mayOperate: editors,
        onOperation: logTerminalFact,
        ...(env.TERMINAL_SERVICES ? { services: { allow: env.TERMINAL_SERVICES } } : {}),
        ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
        openArchive,
      }),
      schedulePlugin,
      reportRecordings,
      // After all that add collections, and the two guards after the log, which adds one.
      auditPlugin,
      guardReads,
      guardWrites,
    ],
  }
}
