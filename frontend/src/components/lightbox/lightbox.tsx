// The dialog that shows a picture in full. Its script fills it; without one it never opens, and links lead to the picture.
import { useLanguage } from '../../i18n/context.tsx'

export const Lightbox = () => {
  const { t } = useLanguage()
  return (
    <dialog className="lightbox" data-lightbox-dialog aria-label={t.lightbox.label}>
      <div className="lightbox-bar">
        <p className="lightbox-count" data-lightbox-count role="status" />
        <button type="button" className="small-button" data-lightbox-step="-1">
          {t.lightbox.previous}
        </button>
        <button type="button" className="small-button" data-lightbox-step="1">
          {t.lightbox.next}
        </button>
        <button type="button" className="small-button" data-lightbox-zoom aria-pressed="false">
          {t.lightbox.actual}
        </button>
        <button type="button" className="small-button" data-lightbox-close>
          {t.close}
        </button>
      </div>
      <section
        className="lightbox-stage"
        data-lightbox-stage
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1)
        tabIndex={0}
        aria-label={t.lightbox.picture}
      />
      <p className="lightbox-caption" data-lightbox-caption />
    </dialog>
  )
}
