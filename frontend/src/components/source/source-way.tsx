// The way to a folder or file of a project's source: the project, the whole source, and the folders between.
import { useLanguage } from '../../i18n/context.tsx'
import { foldersOf, nameOf } from '../../source/path.ts'
import { visible } from '../../source/text.ts'

/** `title`: of the project. */
export type SourceWayProps = { slug: string; title: string; path: string }

export const SourceWay = ({ slug, title, path }: SourceWayProps) => {
  const { t, pathTo } = useLanguage()
  const above = path === '' ? [] : ['', ...foldersOf(path)]
  return (
    <nav className="source-way" aria-label={t.source.path}>
      <ol>
        <li>
          <a href={pathTo({ page: 'project', slug })}>{title}</a>
        </li>
        {above.map((folder) => (
          <li key={folder}>
            <a href={pathTo({ page: 'source', slug, path: folder })}>
              {folder === '' ? t.links.source : visible(nameOf(folder))}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
