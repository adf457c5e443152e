// What a list of projects is called, by what it is narrowed to.
import type { Strings } from './i18n/en.ts'
import type { Content } from './page-data.ts'

type List = Pick<Extract<Content, { page: 'projects' }>, 'filter' | 'technologies'>

export const listTitle = ({ filter, technologies }: List, t: Strings): string => {
  switch (filter.by) {
    case 'nothing':
      return t.projects
    case 'kind':
      return t.kindLists[filter.kind] ?? t.projects
    case 'technology': {
      const found = technologies.find(({ slug }) => slug === filter.technology)
      return found ? t.list.made(found.name) : t.projects
    }
  }
}
