// Settings of a site under test. Set before the first call of siteEnv(), which remembers them.

export const TEST_WEBHOOK_KEY = 'k'.repeat(40)

export const setTestEnv = (cmsUrl: string): void => {
  Object.assign(process.env, {
    SITE_URL: 'https://site.example',
    CMS_URL: 'https://cms.example',
    CMS_INTERNAL_URL: cmsUrl,
    WEBHOOK_KEY: TEST_WEBHOOK_KEY,
  })
}
