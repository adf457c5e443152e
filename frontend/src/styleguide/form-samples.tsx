// What asks visitors for something, in its states: the form to write with, and the search.
import { siteSchema } from '../cms/shapes/site.ts'
import { emptyForm } from '../contact/form.ts'
import { CONTENT } from '../testing/content.ts'
import { Contact, Sent } from '../views/contact.tsx'
import { Search } from '../views/search.tsx'
import type { Sample } from './sample.ts'

const site = siteSchema.parse(CONTENT.site)

const refused = {
  ...emptyForm('token', 'form-incomplete'),
  typed: { name: 'Ada Lovelace', email: 'ada', message: '' },
  troubles: { email: 'wrong', message: 'missing' },
} as const

export const FORM_SAMPLES: Sample[] = [
  {
    name: 'Contact',
    states: [
      ['fresh', <Contact key="fresh" site={site} form={emptyForm('token')} />],
      ['refused', <Contact key="refused" site={site} form={refused} />],
      ['too often', <Contact key="often" site={site} form={emptyForm('token', 'rate-limited')} />],
      ['closed', <Contact key="closed" site={site} form={emptyForm(null)} />],
      ['sent', <Sent key="sent" />],
    ],
  },
  {
    name: 'Search',
    states: [
      ['empty', <Search key="empty" search={{ state: 'empty' }} />],
      ['too long', <Search key="long" search={{ state: 'too-long' }} />],
      ['too often', <Search key="often" search={{ state: 'too-often', question: 'fork' }} />],
      ['failed', <Search key="failed" search={{ state: 'failed', question: 'fork' }} />],
      [
        'nothing found',
        <Search
          key="none"
          search={{ state: 'found', question: 'zebra', total: 0, items: [], page: 1, pages: 0 }}
        />,
      ],
      [
        'found',
        <Search
          key="found"
          search={{
            state: 'found',
            question: 'fork',
            total: 31,
            page: 2,
            pages: 4,
            items: [
              {
                href: '/projects/philosophers',
                kind: 'Project',
                title: [{ text: 'Dining philosophers', isMatch: false }],
                excerpt: [
                  { text: 'Five threads share five ', isMatch: false },
                  { text: 'forks', isMatch: true },
                ],
              },
            ],
          }}
        />,
      ],
    ],
  },
]
