// Tells what a terminal says by itself from what a visitor types: answers to questions that a program has asked.
// They must not be typed for questions in output that is shown again, or late: nobody waits for them any more.

/** Reports end in these after ESC [: cursor and status (R, n), identity (c), modes (y), sizes (t). DCS and OSC are never typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const REPLY = /^(?:\x1b\[(?:\d+;\d+R|[?>=]?[\d;]*\$?[cnty]|\?[\d;]+\$?R)|\x1b[P\]].)/

/** `data`: one event of the emulator. Shift+F3 and the like, `ESC [ 1 ; 2 R`, look the same and count as answers. */
export const isReply = (data: string): boolean => REPLY.test(data)
