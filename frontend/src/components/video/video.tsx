// A film. One that lies with a host is a link to it: nothing is asked of that host before somebody follows it.
import type { BodyBlockOf } from '../../cms/shapes/body-blocks.ts'
import { type HostedVideo, watchedAt } from '../../hosted-videos.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { isLanguage, LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { Picture } from '../picture/picture.tsx'

type VideoContent = BodyBlockOf<'video'>

const SIZES = '(min-width: 768px) 640px, calc(100vw - 40px)'

const HostedFilm = ({ hosted, video }: { hosted: HostedVideo; video: VideoContent }) => {
  const { t } = useLanguage()
  const { name, href } = watchedAt(hosted)
  return (
    <a className="video-card" href={href} rel="noopener noreferrer">
      {video.poster && (
        <span className="video-poster">
          <Picture image={video.poster} sizes={SIZES} isDecorative />
        </span>
      )}
      <span className="video-words">
        <span className="video-title">{video.title}</span>
        <span className="video-host">{t.video.watchAt(name)}</span>
      </span>
    </a>
  )
}

const FileVideo = ({ href, video }: { href: string; video: VideoContent }) => {
  const poster = video.poster?.sources.at(-1)
  return (
    // biome-ignore lint/a11y/useMediaCaption: a film without sound has none, and all that the CMS has are below
    <video
      controls
      preload="none"
      poster={poster?.src}
      width={poster?.width}
      height={poster?.height}
      src={href}
      aria-label={video.title}
    >
      {video.captions.map(({ language, href: captions }) => (
        <track
          key={language}
          kind="captions"
          srcLang={language}
          label={isLanguage(language) ? LANGUAGE_NAMES[language] : language}
          src={captions}
        />
      ))}
    </video>
  )
}

export const Video = ({ video }: { video: VideoContent }) => {
  const { hosted, file, caption } = video
  if (!hosted && !file) return null
  return (
    <figure className="video">
      {hosted && <HostedFilm hosted={hosted} video={video} />}
      {!hosted && file && <FileVideo href={file.href} video={video} />}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
