// Videos elsewhere: the hosts that the site knows how to play, and the form their addresses have.

const YOUTUBE_ID = /^[\w-]{11}$/
const VIMEO_ID = /^\d{1,12}$/

export type HostedVideo = { host: 'youtube' | 'vimeo'; id: string }

const found = (host: HostedVideo['host'], id: string | null | undefined, pattern: RegExp) =>
  id && pattern.test(id) ? { host, id } : undefined

const segmentsOf = ({ pathname }: URL) => pathname.split('/').filter(Boolean)

const youtube = (url: URL): HostedVideo | undefined => {
  const [first, second] = segmentsOf(url)
  if (first === 'watch') return found('youtube', url.searchParams.get('v'), YOUTUBE_ID)
  const isPlayer = first === 'embed' || first === 'shorts'
  return isPlayer ? found('youtube', second, YOUTUBE_ID) : undefined
}

const HOSTS: Record<string, (url: URL) => HostedVideo | undefined> = {
  'youtube.com': youtube,
  'm.youtube.com': youtube,
  'youtube-nocookie.com': youtube,
  'youtu.be': (url) => found('youtube', segmentsOf(url)[0], YOUTUBE_ID),
  'vimeo.com': (url) => found('vimeo', segmentsOf(url).at(-1), VIMEO_ID),
  'player.vimeo.com': (url) => found('vimeo', segmentsOf(url).at(-1), VIMEO_ID),
}

/** The video at an address of a known host, https only; `undefined` for every other address. */
export const hostedVideo = (address: string): HostedVideo | undefined => {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === ''
  const host = url.hostname.replace(/^www\./, '')
  return isPlain && Object.hasOwn(HOSTS, host) ? HOSTS[host]?.(url) : undefined
}

/** Validates the address of a video; empty is fine. */
export const checkVideoAddress = (value: string | null | undefined): true | string =>
  !value ||
  hostedVideo(value) !== undefined ||
  'Give the https address of a video on YouTube or Vimeo, or upload one.'
