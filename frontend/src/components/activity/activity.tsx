// What the owner did on GitHub in the last year, as GitHub told it: the sum, and a square for each day.
import type { ActivityDay, Activity as ActivityOf } from '../../cms/shapes/activity.ts'
import { momentText, monthText } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Section } from '../section/section.tsx'
import { calendarOf } from './calendar.ts'
import { activityWords } from './words.ts'

type CalendarProps = { days: readonly ActivityDay[]; label: string }

const Calendar = ({ days, label }: CalendarProps) => {
  const { language } = useLanguage()
  const { width, height, paths } = calendarOf(days)
  return (
    <div className="activity">
      <svg
        className="activity-days"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
      >
        {['none', 'few', 'some', 'many', 'most'].map(
          (level, index) => paths[index] && <path key={level} className={level} d={paths[index]} />,
        )}
      </svg>
      <p className="activity-ends" aria-hidden="true">
        <span>{monthText(days[0]?.day ?? '', language)}</span>
        <span>{monthText(days.at(-1)?.day ?? '', language)}</span>
      </p>
    </div>
  )
}

export const Activity = ({ activity }: { activity: ActivityOf | null }) => {
  const { t, language } = useLanguage()
  if (!activity) return null
  const { login, at, days } = activity
  const { href, made, calendar } = activityWords(activity, language)
  return (
    <Section id="activity" heading={t.activity.heading}>
      <p>
        <a href={href} rel="me noopener">
          {login}
        </a>{' '}
        {made}
      </p>
      <Calendar days={days} label={calendar} />
      <p className="activity-as-of">
        {t.activity.asOf} <time dateTime={at}>{momentText(at, language)}</time>
      </p>
    </Section>
  )
}
