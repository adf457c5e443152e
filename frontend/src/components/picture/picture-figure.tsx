// A picture in its frame, with what the owner says below it.
import { Picture, type PictureProps } from './picture.tsx'

type PictureFigureProps = Omit<PictureProps, 'isDecorative'> & { className?: string }

export const PictureFigure = ({ className, ...picture }: PictureFigureProps) => (
  <figure className={className}>
    <div className="framed">
      <Picture {...picture} />
    </div>
    {picture.image.caption && <figcaption>{picture.image.caption}</figcaption>}
  </figure>
)
