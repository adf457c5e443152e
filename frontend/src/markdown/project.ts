// A project, as Markdown.
import type { Demo, Project } from '../cms/shapes/project.ts'
import { periodText } from '../dates.ts'
import { hasSourceAddress } from '../routes.ts'
import * as parts from './parts.ts'
import { richText } from './rich-text.ts'
import {
  code,
  fenced,
  heading,
  item,
  joined,
  paragraphs,
  quoted,
  words,
  wordsWithin,
} from './text.ts'
import type { Writing } from './writing.ts'

/** `- **Name:** value`; facts that nobody gave are left out. `value`: Markdown. */
export const facts = (all: readonly [string, string | null | undefined | false][]): string =>
  all
    .flatMap(([name, value]) => (value ? [item(`**${wordsWithin(name)}:** ${value}`)] : []))
    .join('\n')

/** A part under its heading, or nothing when there is nothing in it. */
export const section = (
  title: string,
  ...content: (string | null | undefined | false)[]
): string => {
  const text = joined(content)
  return text && joined([heading(2, title), text])
}

const factsOf = (project: Project, { t, language, linkTo, hrefOf }: Writing) => {
  const { slug, kind, role, period, experience, technologies, score, links } = project
  const hasSource = project.hasSource && hasSourceAddress(slug)
  const at = experience && {
    name: `${experience.role}, ${experience.company}`,
    href: linkTo({ page: 'experience', slug: experience.slug }),
  }
  return facts([
    [t.facts.kind, kind && wordsWithin(t.kinds[kind] ?? kind)],
    [t.facts.role, role && wordsWithin(role)],
    [t.facts.at, at && `[${wordsWithin(at.name)}](${at.href})`],
    [t.facts.when, wordsWithin(periodText(period, language) ?? '')],
    [t.facts.madeWith, parts.technologies(technologies)],
    [t.facts.score, score === null ? null : t.facts.scoreOf(score)],
    [t.links.live, links.live && `<${hrefOf(links.live)}>`],
    [t.links.source, hasSource && `<${linkTo({ page: 'source', slug, path: '' })}>`],
    [hasSource ? t.links.repository : t.links.source, links.source && `<${hrefOf(links.source)}>`],
    [t.links.video, links.video && `<${hrefOf(links.video)}>`],
  ])
}

const command = (
  { label, command: line, explanation, expect }: Demo['commands'][number],
  t: Writing['t'],
) =>
  joined([
    label && words(label),
    fenced(line, 'sh'),
    explanation && paragraphs(explanation),
    expect && `${wordsWithin(t.terminal.prints)} ${code(expect)}`,
  ])

const demo = ({ mode, commands }: Demo, { t }: Writing) =>
  section(
    t.terminal.heading,
    words(mode === 'guided' ? t.terminal.guided : t.terminal.shell),
    ...commands.map((one) => command(one, t)),
  )

const features = (all: Project['features'], t: Writing['t']) =>
  all
    .map(({ text, completion }) =>
      item(
        completion === null
          ? words(text)
          : `${words(text)} (${completion >= 100 ? t.features.done : t.features.percent(completion)})`,
      ),
    )
    .join('\n')

const installSteps = (steps: Project['installSteps']) =>
  joined(
    steps.flatMap(({ title, command: line, text }) => [
      title && heading(3, title),
      text && paragraphs(text),
      line && fenced(line, 'sh'),
    ]),
  )

/** Markdown already, by an owner: its headings are put under that of the section. Code stays as it is. */
const readme = (text: string) => {
  let fence = ''
  return text
    .split('\n')
    .map((line) => {
      const [mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.slice(1) ?? []
      if (fence === '' && mark) fence = mark
      else if (fence && mark.startsWith(fence)) fence = ''
      return fence || mark ? line : line.replace(/^#{1,4}(?= )/, '##$&')
    })
    .join('\n')
    .trim()
}

export const projectMarkdown = (project: Project, writing: Writing): string => {
  const { t } = writing
  const { sections, machine } = t
  return joined([
    heading(1, project.title),
    project.summary && quoted(words(project.summary)),
    factsOf(project, writing),
    project.demo && demo(project.demo, writing),
    project.problem && section(sections.problem, paragraphs(project.problem)),
    section(sections.work, richText(project.body, writing)),
    project.challenges && section(sections.challenges, paragraphs(project.challenges)),
    project.lessons && section(sections.lessons, paragraphs(project.lessons)),
    project.roleDescription && section(sections.role, paragraphs(project.roleDescription)),
    section(machine.impact, parts.describedFigures(project.impact)),
    section(sections.figures, parts.figures(project.stats)),
    section(sections.features, features(project.features, t)),
    section(machine.diagrams, ...project.diagrams.map((one) => parts.diagram(one, 3, writing))),
    section(machine.code, parts.listings(project.walkthrough, 3)),
    section(sections.pictures, ...project.galleries.map((one) => parts.gallery(one, 3, writing))),
    section(sections.install, installSteps(project.installSteps)),
    project.readme?.trim() && section(machine.readme, readme(project.readme)),
    section(machine.documents, parts.documents(project.documents, writing)),
    section(t.related, parts.projectLinks(project.related, writing)),
  ])
}
