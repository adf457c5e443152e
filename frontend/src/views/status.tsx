// `/status`: what works and since when, and how the demos went when they were last tried.
import type { ServiceState, Status } from '../cms/shapes/status.ts'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Section } from '../components/section/section.tsx'
import { Ago } from '../components/status-list/ago.tsx'
import { StatusList } from '../components/status-list/status-list.tsx'
import { momentText } from '../dates.ts'
import { useLanguage } from '../i18n/context.tsx'

/** What is worst comes first; what nobody has looked at is not said to work. */
const overallOf = ({ services, demos }: Status) => {
  const has = (wanted: ServiceState) => services.some(({ state }) => state === wanted)
  if (has('down')) return 'someDown'
  if (has('degraded') || demos.some(({ ok }) => ok === false)) return 'someDegraded'
  return has('unknown') ? 'someUnknown' : 'allUp'
}

const Services = ({ services }: Pick<Status, 'services'>) => {
  const { t: words, language } = useLanguage()
  const { status: t } = words
  const rows = services.map(({ name, state, since }) => ({
    name: t.services[name] ?? name,
    state,
    words: t.states[state],
    note: since && (
      <>
        {t.since} <time dateTime={since}>{momentText(since, language)}</time>
      </>
    ),
  }))
  return (
    <Section id="services" heading={t.servicesHeading}>
      <StatusList rows={rows} />
    </Section>
  )
}

const demoState = (ok: boolean | null): ServiceState => {
  if (ok === null) return 'unknown'
  return ok ? 'up' : 'down'
}

const Demos = ({ status: { demos }, at }: { status: Status; at: string }) => {
  const { status: t } = useLanguage().t
  if (demos.length === 0) return null
  const rows = demos.map(({ title, ok, at: triedAt }) => ({
    name: title,
    state: demoState(ok),
    words: t.demos[demoState(ok)],
    note: triedAt && <Ago moment={triedAt} at={at} />,
  }))
  return (
    <Section id="demos" heading={t.demosHeading}>
      <StatusList rows={rows} />
    </Section>
  )
}

export const StatusView = ({ status, at }: { status: Status | null; at: string }) => {
  const { status: t } = useLanguage().t
  if (!status) {
    return (
      <>
        <PageHead title={t.heading} lead={t.silent} />
        <Notice>
          <p>{t.silentLead}</p>
        </Notice>
      </>
    )
  }
  return (
    <>
      <PageHead title={t.heading} lead={t[overallOf(status)]}>
        <p className="status-as-of">
          {t.asOf} <Ago moment={status.at} at={at} />
        </p>
      </PageHead>
      <div className="stack">
        <Services services={status.services} />
        <Demos status={status} at={at} />
      </div>
    </>
  )
}
