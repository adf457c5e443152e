// `/projects/[slug]/source`: the source code of a project's demo, a folder or a file of it.
import { FileTree } from '../components/file-tree/file-tree.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { CodeBlock } from '../components/prose/code-block.tsx'
import { Readme } from '../components/readme/readme.tsx'
import { Section } from '../components/section/section.tsx'
import { SourceWay } from '../components/source/source-way.tsx'
import { useLanguage } from '../i18n/context.tsx'
import type { Strings } from '../i18n/en.ts'
import type { Language } from '../i18n/languages.ts'
import { bytesText } from '../sizes.ts'
import type { SourceContent, SourcePage, SourceReadme } from '../source/page.ts'
import { nameOf } from '../source/path.ts'
import { visible } from '../source/text.ts'
import type { TreeLine } from '../source/tree.ts'

type FolderContent = Extract<SourceContent, { kind: 'folder' }>
type FileContent = Extract<SourceContent, { kind: 'file' }>

/** What is said of a line besides its name: how large it is, or how much is in it. */
const remarkOf = (
  { kind, bytes, isOpen, files }: TreeLine,
  { t: { source }, language }: { t: Strings; language: Language },
): string | null => {
  switch (kind) {
    case 'folder':
      return files === null ? null : source.files(files)
    case 'link':
      return source.link
    case 'file': {
      const size = bytesText(bytes, language)
      return isOpen ? size : `${size}, ${source.notShown}`
    }
  }
}

const Tree = ({ slug, content: { lines, others } }: { slug: string; content: FolderContent }) => {
  const { t, language, pathTo } = useLanguage()
  const hasHidden = lines.some(({ kind, isOpen }) => kind === 'file' && !isOpen)
  const notes = [hasHidden && t.source.notShownWhy, others > 0 && t.source.others(others)]
  const shown = lines.map((line) => ({
    depth: line.depth,
    name: visible(line.name),
    isFolder: line.kind === 'folder',
    remark: remarkOf(line, { t, language }),
    ...(line.isOpen ? { href: pathTo({ page: 'source', slug, path: line.path }) } : {}),
  }))
  return (
    <FileTree
      tree={{ title: null, lines: shown, caption: notes.filter(Boolean).join(' ') || null }}
    />
  )
}

const ReadmeOf = ({ readme: { text, isMarkdown } }: { readme: SourceReadme }) => {
  const { t } = useLanguage()
  return (
    <Section id="readme" heading={t.sections.readme}>
      {isMarkdown ? <Readme markdown={text} /> : <CodeBlock code={text} language={null} />}
    </Section>
  )
}

const Folder = ({ slug, content }: { slug: string; content: FolderContent }) => {
  const { t } = useLanguage()
  const { lines, readme } = content
  return (
    <div className="source-body">
      {lines.length > 0 ? (
        <Tree slug={slug} content={content} />
      ) : (
        <Notice>
          <p>{t.source.emptyFolder}</p>
        </Notice>
      )}
      {readme && <ReadmeOf readme={readme} />}
    </div>
  )
}

const File = ({ content }: { content: FileContent }) => {
  const { source } = useLanguage().t
  const { text, language, lines, shownLines, isCut, isSpelledOut } = content
  if (text === '') {
    return (
      <Notice>
        <p>{source.emptyFile}</p>
      </Notice>
    )
  }
  return (
    <>
      {(isCut || isSpelledOut) && (
        <div className="source-notes">
          {isCut && (
            <p>{shownLines < lines ? source.firstLines(shownLines, lines) : source.beginning}</p>
          )}
          {isSpelledOut && <p>{source.spelledOut}</p>}
        </div>
      )}
      <CodeBlock code={text} language={language} name="file" />
    </>
  )
}

const factsOf = (content: SourceContent, t: Strings, language: Language): string => {
  const size = bytesText(content.bytes, language)
  const { source } = t
  return content.kind === 'folder'
    ? `${source.files(content.files)}, ${size}`
    : `${source.lines(content.text === '' ? 0 : content.lines)}, ${size}`
}

export const Source = ({ page: { slug, title, path, content } }: { page: SourcePage }) => {
  const { t, language, pathTo } = useLanguage()
  return (
    <article>
      <SourceWay slug={slug} title={title} path={path} />
      <PageHead title={path === '' ? t.source.titleOf(title) : visible(nameOf(path))}>
        <p className="source-facts">{factsOf(content, t, language)}</p>
        <ul className="actions">
          <li>
            <a
              className="button button-quiet"
              href={`${pathTo({ page: 'project', slug })}#terminal`}
            >
              {t.links.run}
            </a>
          </li>
        </ul>
      </PageHead>
      {content.kind === 'folder' ? (
        <Folder slug={slug} content={content} />
      ) : (
        <File content={content} />
      )}
    </article>
  )
}
