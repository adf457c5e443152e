// An export as the former system writes it, with invented content, and one that means harm.

/** A project with something in every kind of field. */
export const KETTLE = {
  title: 'Kettle',
  slug: 'kettle',
  project_type: 'school',
  description:
    '# About\n\nBoils **water**, see [the notes](https://example.com/notes) or [not](javascript:evil).\n\n- fast\n- quiet\n\n```c\nint main(void) { return 0; }\n```\n\n<script>steal()</script>',
  thumbnail: 'projects/kettle.png',
  tech_stack: ['C', 'c', 'PostgreSQL', 'Steam gauge'],
  features: ['Whistles', { text: 'Boils', completionPercentage: 80 }],
  diagram_type: 'MERMAID',
  architecture_diagram: 'graph TD; Tap-->Kettle',
  has_interactive_demo: true,
  demo_commands: { compile: 'make', run: './kettle 5' },
  demo_files_path: 'archives/kettle.tar.gz',
  code_steps: { fetch: 'git clone https://example.com/kettle' },
  stats: { cups: 12 },
  score: 110,
  is_featured: true,
  development_steps: ['Boil'],
}

/** Rows of every model; the pictures and the archive are made by the test. */
export const fixture = (kettle: object = KETTLE) => [
  {
    model: 'projects.internshipproject',
    pk: 3,
    fields: { internship: 1, title: 'Lid', slug: 'lid', overview: 'Keeps the **steam** in.' },
  },
  {
    model: 'projects.internship',
    pk: 1,
    fields: {
      company: 'Tinmill',
      role: 'Smith',
      slug: 'tinmill',
      start_date: '2024-02-01',
      end_date: null,
      technologies: ['postgresql'],
      is_active: true,
    },
  },
  { model: 'projects.project', pk: 7, fields: kettle },
  { model: 'projects.gallery', pk: 9, fields: { project: 7, name: 'Kitchen', order: 0 } },
  {
    model: 'projects.galleryimage',
    pk: 1,
    fields: { gallery: 9, image: 'galleries/steam.png', caption: 'Steam over the stove' },
  },
  { model: 'projects.galleryimage', pk: 2, fields: { gallery: 9, image: 'galleries/lost.png' } },
]

/** Prototype keys, endless texts, script addresses, paths out of the folder, fields of the CMS itself. */
export const HOSTILE = `[
    {"model":"projects.project","pk":90,"fields":{"title":"Odd","slug":"odd","__proto__":{"overrideAccess":true},
      "_status":"published","importedFrom":"project:7","importMark":"x","id":"1",
      "constructor":{"prototype":{"polluted":1}},
      "live_url":"javascript:alert(1)","code_url":"data:text/html,x","challenges":"a\\u0000b\\ud800",
      "description":"[a](javascript:alert(1)) <img src=x onerror=alert(1)> ${'*'.repeat(3000)} ${'['.repeat(3000)}",
      "architecture_diagram":"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
      "thumbnail":"../../etc/passwd","demo_files_path":"/etc/passwd","demo_commands":{"run":"id"},
      "tech_stack":[{"name":{"toString":1}},"\\u202eC"],"features":{"__proto__":"x"},
      "galleries":[{"name":"G","images":[{"image":"projects/link.png"},{"image":"https://example.com/x.png"},{"image":"projects/../../x"}]}]}},
    {"model":"projects.project","pk":91,"fields":{"title":"${'x'.repeat(10 * 1024 * 1024)}","slug":"long"}},
    {"model":"projects.project","pk":92,"fields":{"title":{"$ne":null}}},
    {"model":"projects.project","pk":93,"fields":{"title":"; drop table projects; --","slug":"../../x"}},
    {"model":"projects.internship","pk":94,"fields":{"company":["a"]}},
    7, {"model":{},"fields":{}}
  ]`
