// What nobody should send, and somebody will: bodies, values, ids, queries and names of files, each with the mark that no log may repeat.

export const MARK = 'hunter2-marked'
const DEEP = 5000
const HUGE = 3 * 1024 * 1024

type Named<Value> = readonly (readonly [name: string, value: Value])[]

/** Raw bodies, as JSON. */
export const BODIES: Named<string> = [
  ['nothing', ''],
  ['half an object', `{"title":"${MARK}`],
  ['a number', '42'],
  ['null', 'null'],
  ['a text', `"${MARK}"`],
  ['a list', `[{"title":"${MARK}"}]`],
  ['a page instead of JSON', `<html>${MARK}</html>`],
  ['more than fits', `{"title":"${MARK}${'x'.repeat(HUGE)}"}`],
  ['objects in objects', `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
  ['lists in lists', `{"title":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`],
  ['a list of very many', `{"title":[${'1,'.repeat(200_000)}1]}`],
  ['a prototype', `{"__proto__":{"role":"owner","mark":"${MARK}"}}`],
  ['a constructor', `{"constructor":{"prototype":{"isAdmin":true}},"title":"${MARK}"}`],
  ['a prototype far inside', `{"seo":{"__proto__":{"title":"${MARK}"}}}`],
  ['a field twice', `{"title":"${MARK}","title":{"equals":"${MARK}"},"name":1,"name":[]}`],
  ['a name with a null byte', `{"ti\\u0000tle":"${MARK}"}`],
]

/** For every field of a document at once; `JSON.parse` makes of them what a request holds. */
export const VALUES: Named<string> = [
  ['numbers', '9e99'],
  ['negative numbers', '-1.5'],
  ['truth', 'true'],
  ['lists', `["${MARK}",[],{}]`],
  ['objects', `{"${MARK}":{"a":[1]}}`],
  ['comparisons', `{"equals":"${MARK}"}`],
  ['null', 'null'],
  ['SQL', `"'; drop table projects; -- ${MARK}"`],
  ['heads of mails', `"a\\r\\nBcc: ${MARK}@evil.example\\r\\n\\r\\nx"`],
  ['null bytes', `"${MARK}\\u0000"`],
  ['half characters', `"${MARK}\\ud800"`],
  ['control characters', `"\\u0001\\u001b[2J${MARK}\\u202e"`],
  ['long texts', `"${MARK}${'long '.repeat(60_000)}"`],
  ['HTML', `"<img src=x onerror=alert(1)><script>${MARK}</script>"`],
  ['markdown', `"[x](javascript:alert(1)) ![x](data:text/html,${MARK})"`],
  ['ids of nothing', '"00000000-0000-4000-8000-000000000000"'],
  ['lists of rows', `[{"id":"${MARK}","blockType":"${MARK}","text":{},"value":[]}]`],
  ['a text of the editor', `{"root":{"type":"root","children":[{"type":"${MARK}","children":1}]}}`],
]

/** Parts of an address, as they stand in it. */
export const IDS: readonly string[] = [
  `${MARK}`,
  `'%3B%20drop%20table%20projects%3B%20--`,
  '..%2F..%2Fetc%2Fpasswd',
  'a%00b',
  '%ED%A0%80',
  '%',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '-1',
  '1e309',
  '00000000-0000-4000-8000-00000000000',
  'x'.repeat(5000),
  '%7B%22%24ne%22%3Anull%7D',
]

export const QUERIES: Named<string> = [
  ['SQL as a value', `where[id][equals]=' or 1=1; -- ${MARK}`],
  ['SQL as a field', `where[id" or 1=1 -- ${MARK}][equals]=1`],
  ['SQL as an operator', `where[id][equals' or '1'='1]=${MARK}`],
  ['SQL as an order', `sort=id;drop table projects;--${MARK}`],
  ['a deep question', `where${'[and][0]'.repeat(400)}[id][equals]=${MARK}`],
  [
    'a wide question',
    Array.from({ length: 500 }, (_, at) => `where[or][${at}][id][equals]=${at}`).join('&'),
  ],
  ['a prototype', `where[__proto__][equals]=${MARK}&select[__proto__]=true`],
  ['a comparison of lists', `where[id][in]=${`${MARK},`.repeat(300)}`],
  ['a number that is none', `limit=${MARK}&page=-1&depth=1e9`],
  ['no end', 'limit=0&pagination=false&depth=99'],
  ['a text instead of a question', `where=${MARK}&select=${MARK}&populate=${MARK}&joins=${MARK}`],
  ['a null byte', `where[id][equals]=%00${MARK}`],
  ['half a character', `where[id][like]=%ED%A0%80${MARK}`],
  ['a bad escape', `where[id][equals]=%E0%A4%A${MARK}`],
  ['a near that is none', `where[id][near]=${MARK}&where[updatedAt][greater_than]=${MARK}`],
  ['a language', `locale=${MARK}&fallback-locale=${MARK}&draft=${MARK}&trash=${MARK}`],
]

/** Written between quotes in the head of a part of a form. */
export const FILE_NAMES: readonly string[] = [
  `${MARK}\0.png`,
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  `${'x'.repeat(5000)}.png`,
  '.htaccess',
  'CON.png',
  '',
  `${MARK}\u202Egnp.exe`,
  '<script>.png',
  'a.png%00.html',
]
