// A tree of files, as lists within lists.
import type { BodyBlockOf } from '../../cms/shapes/body-blocks.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { type Branch, branchesOf } from '../prose/branches.ts'

type Tree = BodyBlockOf<'fileTree'>
/** `href`: where what is named can be read. */
type TreeLine = Tree['lines'][number] & { href?: string }
type FileTreeProps = { tree: Pick<Tree, 'title' | 'caption'> & { lines: readonly TreeLine[] } }

type NameProps = { name: string; isFolder: boolean; href: string | undefined }

const Name = ({ name, isFolder, href }: NameProps) => {
  const code = <code className={isFolder ? 'tree-folder' : undefined}>{name}</code>
  return href ? <a href={href}>{code}</a> : code
}

const Branches = ({ branches }: { branches: readonly Branch<TreeLine>[] }) => (
  <ul>
    {branches.map(({ key, item: { name, isFolder, remark, href }, below }) => (
      <li key={key}>
        <Name name={name} isFolder={isFolder} href={href} />
        {remark && <span className="tree-remark">{remark}</span>}
        {below.length > 0 && <Branches branches={below} />}
      </li>
    ))}
  </ul>
)

export const FileTree = ({ tree: { title, lines, caption } }: FileTreeProps) => {
  const { t } = useLanguage()
  return (
    <figure className="tree">
      {title && <p className="block-title">{title}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1) */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      <div className="tree-box" role="group" aria-label={title ?? t.files} tabIndex={0}>
        <Branches branches={branchesOf(lines)} />
      </div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
