// A text of the editor, as it is stored: one paragraph.

const shared = { version: 1, direction: 'ltr', format: '', indent: 0 } as const

/** Without words where `text` has none. */
export const paragraph = (text: string) => ({
  root: {
    ...shared,
    type: 'root',
    children: [
      {
        ...shared,
        type: 'paragraph',
        textFormat: 0,
        children: text
          ? [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }]
          : [],
      },
    ],
  },
})
