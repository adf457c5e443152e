// Where a page's scripts say in words what they did.
import { useLanguage } from '../../i18n/context.tsx'

export const Said = () => {
  const { copied, notCopied } = useLanguage().t.said
  return (
    <p
      className="hidden"
      role="status"
      data-said
      data-copied={copied}
      data-not-copied={notCopied}
    />
  )
}
