// Lets a preview in the admin's frame begin in the admin's own theme.
import { type PayloadRequest, parseCookies } from 'payload'

const THEMES = ['light', 'dark']

/** `url`, with the theme that whoever asks has chosen for the admin. Without a choice both follow the system by themselves. */
export const inThemeOf = ({ headers, payload }: PayloadRequest, url: string): string => {
  const theme = parseCookies(headers).get(`${payload.config.cookiePrefix}-theme`)
  return theme !== undefined && THEMES.includes(theme) ? `${url}&around=${theme}` : url
}
