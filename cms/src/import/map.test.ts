// What rows of a former system become, in each shape that was ever stored. The content is made up.
import { describe, expect, test } from '@jest/globals'
import { type Item, toItems } from './items.ts'
import { mapPosition } from './map-position.ts'
import { mapProject } from './map-project.ts'
import { createNotes } from './notes.ts'
import type { Plan } from './plan.ts'
import { readRows } from './rows.ts'

const map = (item: Item) => {
  const notes = createNotes()
  const plan = item.kind === 'internship' ? mapPosition(item, notes) : mapProject(item, notes)
  return { plan, notes: notes.list() }
}

const first = (rows: unknown) => {
  const { items } = toItems(readRows(JSON.stringify(rows), 'test.json'))
  return map(items[0] as Item)
}

/** The plan of a project with these fields. */
const project = (fields: object) => {
  const { plan, notes } = first([
    { model: 'projects.project', pk: 7, fields: { title: 'Kettle', slug: 'kettle', ...fields } },
  ])
  return { ...(plan as Plan), notes }
}

const position = (fields: object) => {
  const { plan, notes } = first([
    {
      model: 'projects.internship',
      pk: 1,
      fields: { company: 'Tinmill', role: 'Smith', start_date: '2024-02-01', ...fields },
    },
  ])
  return { ...(plan as Plan), notes }
}

describe('install steps', () => {
  const steps = [
    { title: 'Fetch', command: 'git clone https://example.com/kettle' },
    { title: 'Warm up', text: 'Wait for the water.' },
  ]

  test.each([
    [
      'an object of texts',
      { fetch: '$ git clone https://example.com/kettle', warm_up: 'Wait for the water.' },
    ],
    [
      'a list of objects',
      [
        { step: 1, title: 'Fetch', command: 'git clone https://example.com/kettle' },
        { step: 2, title: 'Warm up', description: 'Wait for the water.' },
      ],
    ],
    [
      'an object of objects',
      {
        fetch: { code: 'git clone https://example.com/kettle' },
        warm_up: { text: 'Wait for the water.' },
      },
    ],
  ])('are read from %s', (_shape, code_steps) => {
    expect(project({ code_steps }).data.installSteps).toEqual(steps)
  })

  test('are numbered where they are a list of texts, or have numbers for names', () => {
    const numbered = [
      { title: 'Step 1', command: 'make' },
      { title: 'Step 2', text: 'Pour.' },
    ]
    expect(project({ code_steps: ['make', 'Pour.'] }).data.installSteps).toEqual(numbered)
    expect(project({ code_steps: { 1: 'make', 2: 'Pour.' } }).data.installSteps).toEqual(numbered)
  })
})

describe('commands of a demo', () => {
  const demo_files_path = 'kettle.zip'

  test('are the values where the names are labels, and one of them builds', () => {
    const demo_commands = { compile: 'make', run: './kettle 5 800', help: './kettle' }
    expect(project({ demo_commands, demo_files_path }).demo).toEqual({
      title: 'Kettle',
      archive: 'kettle.zip',
      build: 'make',
      commands: [
        { label: 'Compile', command: 'make' },
        { label: 'Run', command: './kettle 5 800' },
        { label: 'Help', command: './kettle' },
      ],
    })
  })

  test('are the names where the values are what was to be printed, which the notes keep', () => {
    const demo_commands = { './kettle 3': 'one\ntwo\nthree', ls: 'Makefile kettle.c' }
    const { demo, notes } = project({ demo_commands, demo_files_path })
    expect(demo?.commands.map(({ command }) => command)).toEqual(['./kettle 3', 'ls'])
    expect(notes.join('\n')).toContain('one two three')
  })

  test('are left out and noted where there is no archive', () => {
    const { demo, notes } = project({ demo_commands: { run: './kettle' } })
    expect(demo).toBeUndefined()
    expect(notes).toContainEqual(expect.stringContaining('no archive'))
  })
})

describe('lists', () => {
  test('take features as texts and as objects, and bring their progress into bounds', () => {
    const { data, notes } = project({
      features: ['Whistles', { text: 'Boils', completionPercentage: 250 }, 5, [], { odd: true }],
    })
    expect(data.features).toEqual([
      { text: 'Whistles' },
      { text: 'Boils', completion: 100 },
      { text: '5' },
    ])
    expect(notes.join('\n')).toMatch(/features\[1\]\.completionPercentage: changed to 100 .*250/)
    expect(notes.join('\n')).toContain('features[4].odd: left out')
  })

  test('take figures as an object, as a list of objects and as texts', () => {
    const expected = [
      { value: '12', label: 'Cups per hour' },
      { value: '99.5%', label: 'Uptime' },
    ]
    expect(project({ stats: { cups_per_hour: 12, uptime: '99.5%' } }).data.stats).toEqual(expected)
    expect(
      project({
        stats: [
          { label: 'Cups per hour', value: 12 },
          { title: 'Uptime', number: '99.5%' },
        ],
      }).data.stats,
    ).toEqual(expected)
    expect(project({ stats: ['12 Cups per hour', '99.5% Uptime'] }).data.stats).toEqual(expected)
  })

  test('take impact as numbers by name, as sentences, and as sentences inside an object', () => {
    const sentence = { label: 'Nobody waits for tea any more' }
    expect(position({ impact_metrics: [sentence.label] }).data.impact).toEqual([sentence])
    expect(position({ impact_metrics: { results: [sentence.label] } }).data.impact).toEqual([
      sentence,
    ])
    expect(position({ impact_metrics: { waiting: '-40%' } }).data.impact).toEqual([
      { value: '-40%', label: 'Waiting' },
    ])
  })

  test('take listings as texts by name and as objects', () => {
    const { data } = project({
      code_snippets: {
        'boil.py': 'boil()',
        loop: { code: 'for (;;);', title: 'The loop', language: 'C++', explanation: 'It waits.' },
      },
    })
    expect(data.walkthrough).toEqual([
      { title: 'Boil.py', language: 'python', code: 'boil()' },
      { title: 'The loop', language: 'cpp', code: 'for (;;);', explanation: 'It waits.' },
    ])
  })

  test('keep escapes in code as they were written', () => {
    const code = 'printf("a\\n")'
    expect(project({ code_snippets: { a: code } }).data.walkthrough).toMatchObject([{ code }])
  })

  test('take the tone of a badge from its color or its variant', () => {
    const badges = [{ text: 'New', color: 'green' }, { text: 'Hot', variant: 'orange' }, 'Plain']
    expect(project({ badges }).data.badges).toEqual([
      { text: 'New', tone: 'success' },
      { text: 'Hot', tone: 'warning' },
      { text: 'Plain', tone: 'neutral' },
    ])
  })

  test('take technologies as a list, by category, and in one text', () => {
    const names = ['C', 'POSIX threads']
    expect(project({ tech_stack: names }).technologies).toEqual(names)
    expect(
      position({ technologies: { core: ['C'], more: ['POSIX threads'] } }).technologies,
    ).toEqual(names)
    expect(project({ tech_stack: 'C, POSIX threads' }).technologies).toEqual(names)
  })

  test('take documents as titles, and as lists by category', () => {
    expect(position({ documentation: ['Manual'] }).data.documents).toEqual([{ title: 'Manual' }])
    const documentation = { safety: [{ title: 'Steam', description: 'Do not touch.' }] }
    expect(position({ documentation }).data.documents).toEqual([
      { title: 'Steam', category: 'Safety', description: 'Do not touch.' },
    ])
  })

  test('say what had no room', () => {
    const features = Array.from({ length: 42 }, (_, index) => `Feature ${index}`)
    const { data, notes } = project({ features })
    expect(data.features).toHaveLength(40)
    expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('Feature 41')]))
  })
})

describe('diagrams', () => {
  test.each(['mermaid', 'MERMAID', 'flowchart'])('of the kind %s are mermaid', (diagram_type) => {
    const architecture_diagram = 'graph TD; A-->B'
    expect(project({ diagram_type, architecture_diagram }).data.diagrams).toEqual([
      {
        kind: 'mermaid',
        title: 'Architecture of Kettle',
        source: architecture_diagram,
        textAlternative: 'Architecture of Kettle',
      },
    ])
  })

  test('of a kind of their own are what they look like, and one elsewhere is named', () => {
    const kind = (architecture_diagram: string) =>
      project({ diagram_type: 'custom', architecture_diagram }).data.diagrams
    expect(kind('<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject([{ kind: 'svg' }])
    expect(kind('+--+\n|  |\n+--+')).toMatchObject([{ kind: 'ascii' }])
    const { data, notes } = project({ architecture_diagram: 'https://example.com/a.png' })
    expect(data.diagrams).toEqual([])
    expect(notes.join('\n')).toContain('https://example.com/a.png')
  })
})

describe('a project', () => {
  test('with nothing but a title is complete, and every list of it is empty', () => {
    const { data, technologies, galleries, isPublic } = project({})
    expect(data).toMatchObject({
      title: 'Kettle',
      kind: 'personal',
      features: [],
      diagrams: [],
      score: null,
    })
    expect({ technologies, galleries, isPublic }).toEqual({
      technologies: [],
      galleries: [],
      isPublic: true,
    })
  })

  test('names in its notes what has the wrong type, no field or no room', () => {
    const { data, notes } = project({
      score: 'many',
      live_url: 'javascript:alert(1)',
      is_featured: 'yes',
      start_date: 'yesterday',
      development_steps: ['Boil'],
      challenges: 'x'.repeat(5000),
      score_note: null,
    })
    expect(data).toMatchObject({ score: null, links: { live: null }, featured: false })
    expect(String(data.challenges)).toHaveLength(4000)
    const all = notes.join('\n')
    for (const name of [
      'score',
      'live_url',
      'is_featured',
      'start_date',
      'development_steps',
      'challenges',
    ]) {
      expect(all).toContain(`${name}: `)
    }
    expect(all).toContain('javascript:alert(1)')
    expect(all).not.toContain('score_note')
  })

  test('has a summary of plain text, and a text only where there is more to say', () => {
    expect(project({ description: 'Boils water.' })).not.toHaveProperty('body')
    const { data, body } = project({ description: '## About\n\nBoils **water**.\n\nAnd sings.' })
    expect(data.summary).toBe('Boils water.')
    expect(body).toContain('And sings.')
  })

  test('without a title is refused', () => {
    expect(first([{ model: 'projects.project', pk: 1, fields: { title: 5 } }]).plan).toMatchObject({
      title: '5',
    })
    expect(first([{ model: 'projects.project', pk: 1, fields: { title: {} } }]).plan).toBe(
      'it has no title',
    )
  })
})
