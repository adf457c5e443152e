// Exported files in each shape: what becomes of their rows, and of what is none.
import { describe, expect, test } from '@jest/globals'
import { type Item, toItems } from './items.ts'
import { mapProject } from './map-project.ts'
import { createNotes } from './notes.ts'
import type { Plan } from './plan.ts'
import { readRows } from './rows.ts'

/** The plan of a project, and what was noted of it. */
const map = (item: Item | undefined) => {
  const notes = createNotes()
  if (!item || item.kind === 'internship') throw new Error('This is no project.')
  return { plan: mapProject(item, notes), notes: notes.list() }
}

describe('files', () => {
  test('of one row per table bring galleries to their project and projects to their position', () => {
    const { items, refused, parts } = toItems(
      readRows(
        JSON.stringify([
          {
            model: 'projects.internshipproject',
            pk: 3,
            fields: { internship: 1, title: 'Lid', slug: 'lid' },
          },
          {
            model: 'projects.galleryimage',
            pk: 2,
            fields: { gallery: 9, image: 'b.png', order: 2 },
          },
          {
            model: 'projects.galleryimage',
            pk: 1,
            fields: { gallery: 9, image: 'a.png', order: 1, caption: 'Steam' },
          },
          { model: 'projects.galleryimage', pk: 5, fields: { gallery: 404, image: 'c.png' } },
          { model: 'projects.gallery', pk: 9, fields: { project: 7, name: 'Kitchen' } },
          { model: 'projects.project', pk: 7, fields: { title: 'Kettle' } },
          { model: 'projects.internship', pk: 1, fields: { company: 'Tinmill', is_active: false } },
        ]),
        'test.json',
      ),
    )
    expect(items.map(({ key }) => key)).toEqual([
      'internship:1',
      'project:7',
      'internship-project:3',
    ])
    expect(parts).toHaveLength(3)
    expect(refused).toEqual([{ from: 'test.json row 4', why: expect.stringContaining('gallery') }])
    const kettle = map(items[1]).plan as Plan
    expect(kettle.galleries).toEqual([
      {
        name: 'Kitchen',
        images: [
          { path: 'a.png', alt: 'Steam', caption: 'Steam' },
          { path: 'b.png', alt: 'Kettle: Kitchen' },
        ],
      },
    ])
    expect(map(items[2]).plan).toMatchObject({
      position: 'internship:1',
      isPublic: false,
      data: { kind: 'internship' },
    })
  })

  test('of bare records, and of lists by name, hold what belongs to each inside it', () => {
    const records = [
      {
        title: 'Kettle',
        slug: 'kettle',
        galleries: [{ name: 'Kitchen', images: [{ image: 'a.png' }] }],
      },
    ]
    const bare = toItems(readRows(JSON.stringify(records), 'a.json')).items
    expect(bare).toMatchObject([
      { key: 'project:kettle', galleries: [{ images: [{ image: 'a.png' }] }] },
    ])
    const named = {
      internships: [{ company: 'Tinmill', slug: 'tinmill', projects: [{ title: 'Lid' }] }],
      projects: records,
    }
    expect(toItems(readRows(JSON.stringify(named), 'b.json')).items.map(({ key }) => key)).toEqual([
      'internship:tinmill',
      'internship-project:tinmill/lid',
      'project:kettle',
    ])
  })

  test('with rows that are none, or twice the same, say so and go on', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`)
    const source = readRows(
      JSON.stringify([
        5,
        null,
        [[[]]],
        { model: 'projects.project', pk: {}, fields: {} },
        { model: 'projects.project', pk: 1, fields: [] },
        { model: 'projects.project', pk: 1, fields: deep },
        { model: 'auth.user', pk: 1, fields: { password: 'x' } },
        { model: 'projects.project', pk: 1, fields: { title: 'One' } },
        { model: 'projects.project', pk: 1, fields: { title: 'Two' } },
      ]),
      'test.json',
    )
    expect(source.refused).toHaveLength(6)
    expect(source.leftOut).toMatchObject([{ why: expect.stringContaining('auth.user') }])
    expect(toItems(source).refused).toMatchObject([{ why: 'project:1 is in these files twice' }])
  })

  test('keep names that every object has apart from what it says', () => {
    const text = `[{"model":"projects.project","pk":1,"fields":{"title":"One","__proto__":{"isAdmin":true},"constructor":{"a":1},
      "features":{"__proto__":"Boils"},"stats":{"toString":{"value":1,"hasOwnProperty":2}}}}]`
    const { items } = toItems(readRows(text, 'test.json'))
    const { plan, notes } = map(items[0])
    expect(plan).toMatchObject({ title: 'One', data: { features: [{ text: 'Boils' }] } })
    expect(notes.join('\n')).toContain('__proto__: left out')
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  test('that are no export at all are refused as a whole', () => {
    expect(() => readRows('{', 'a.json')).toThrow('a.json is no JSON.')
    expect(() => readRows('{"a":1}', 'a.json')).toThrow('no list')
    expect(() => readRows('5', 'a.json')).toThrow('neither')
  })

  test('with a text of ten million characters are cut, not passed on', () => {
    const rows = [
      {
        model: 'projects.project',
        pk: 1,
        fields: { title: 'x'.repeat(10_000_000), features: ['y'.repeat(10_000_000)] },
      },
    ]
    const { items } = toItems(readRows(JSON.stringify(rows), 'test.json'))
    const { plan, notes } = map(items[0])
    expect(JSON.stringify(plan).length).toBeLessThan(3000)
    expect(notes.join('\n').length).toBeLessThan(1000)
  })
})
