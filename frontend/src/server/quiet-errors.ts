// Next prints every error of a render with its whole stack. What the CMS did wrong is said once, by cms/health.ts.

const isOfCms = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { name?: unknown }).name === 'CmsError'

/** Passes on to `print` what is no error of the CMS. Its class is another one in each of Next's bundles: its name tells it. */
export const withoutCmsErrors =
  (print: (...values: unknown[]) => void) =>
  (...values: unknown[]): void => {
    if (!values.some(isOfCms)) print(...values)
  }
