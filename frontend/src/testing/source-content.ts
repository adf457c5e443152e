// Source code of the sample projects, as the CMS tells it: with names and texts that somebody might pack to do harm.

type Packed = Record<string, string | null>

/** What a text says in an order that is not that of its signs. */
export const TURNED = 'if (isOwner) { /* \u202e } \u2066 only owners */\n'

/** Texts by their path; null for what is no text. */
export const FILES: Packed = {
  Makefile: 'all: philo\n\nphilo: src/main.c\n\tcc -pthread -o $@ $<\n',
  'README.md': '# Dining philosophers\n\nBuild it with `make`.\n\n<script>alert(1)</script>\n',
  'assets/table.png': null,
  'empty.txt': '',
  'names/<img src=x onerror=alert(1)>.txt': '<script>alert(1)</script>\n',
  'names/a b+c&d#e?f%g.txt': 'odd\n',
  'names/gr\u00fc\u00dfe.txt': 'Gr\u00fc\u00dfe\n',
  'names/photo_\u202egnp.c': TURNED,
  'src/main.c': '#include <stdio.h>\n\nint main(void)\n{\n\tputs("hello");\n\treturn 0;\n}\n',
  'src/table/forks.c': 'int forks;\n',
  'src/table/forks.h': 'extern int forks;\n',
}

/** Told by the CMS, though no address can name them. */
const UNNAMEABLE = ['a//b', '../x', 'line\nbreak', 'half\ud800']

export const ENTRIES = [
  ...Object.entries(FILES).map(([path, text]) => ({
    path,
    kind: 'file',
    bytes: text === null ? 48_211 : Buffer.byteLength(text),
    isShown: text !== null,
  })),
  { path: 'latest', kind: 'link', bytes: 0, isShown: false },
  ...UNNAMEABLE.map((path) => ({ path, kind: 'file', bytes: 1, isShown: true })),
]
