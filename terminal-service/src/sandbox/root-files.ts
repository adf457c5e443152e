// The few files of /etc that programs inside a sandbox read. The host's own /etc is not mounted.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BASHRC = `PS1='\\[\\e[32m\\]visitor\\[\\e[0m\\]:\\[\\e[34m\\]\\w\\[\\e[0m\\]\\$ '
HISTFILE=/dev/null
shopt -s checkwinsize
alias ls='ls --color=auto'
alias grep='grep --color=auto'
`

const FILES: Record<string, string> = {
  passwd: 'visitor:x:1000:1000:Visitor:/home/visitor:/bin/bash\n',
  group: 'visitor:x:1000:\n',
  'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
  hosts: '127.0.0.1 localhost\n',
  hostname: 'sandbox\n',
  'bash.bashrc': BASHRC,
  profile: BASHRC,
  inputrc: 'set enable-bracketed-paste on\nset bell-style none\n',
  'visitor.bashrc': BASHRC,
}

/** What has to come from the system whose /usr is shown, because it describes that. */
const FROM_SYSTEM = ['alternatives', 'ld.so.cache', 'vim', 'terminfo']

/** Writes the folder anew. It is readable by every user, as the sandboxes' users are not ours. */
export const writeRootFiles = (folder: string, systemRoot = '/'): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(join(folder, name), text, { mode: 0o644 })
  }
  for (const name of FROM_SYSTEM) {
    const source = join(systemRoot, 'etc', name)
    if (!existsSync(source)) continue
    cpSync(source, join(folder, name), { recursive: true, verbatimSymlinks: true })
  }
}
