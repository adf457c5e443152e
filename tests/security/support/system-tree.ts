// A system tree as production has it, made by the script that makes those; only the packages come from this machine.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SCRIPT = join(import.meta.dirname, '../../../terminal-service/toolchain/build-root.sh')

/** What the service's own test and the attempts of the catalogue start. */
const PROGRAMS =
  'bash sh cat chmod chown chrt cp cut dd df dmesg env expr fallocate getent grep head id ls mkdir mknod mount newgrp nice nsenter readlink renice sed seq sleep sort stat su tail timeout touch tr true truncate unshare wc xargs yes'

/**
 * Stands in for debootstrap: programs of this machine with the libraries they ask for, and one of each thing that a
 * fresh Debian has and a sandbox must not. Its last argument but none is the tree, as debootstrap is called.
 */
const DEBOOTSTRAP = `#!/bin/bash
set -euo pipefail
tree=\${!#}
mkdir -p "$tree"/{usr/{bin,sbin,lib,lib64,local/bin,src,share/doc},etc,var/{lib/dpkg,log},root,boot,dev,tmp,home/builder,opt}
for name in bin sbin lib lib64; do ln -s "usr/$name" "$tree/$name"; done
programs=$(type -P ${PROGRAMS})
cp -L $programs "$tree/usr/bin/"
ldd $programs | grep -oE '/[^ :]+\\.so[^ :]*' | sort -u | while read -r library; do
  target="$tree/usr\${library#/usr}"
  mkdir -p "\${target%/*}"
  cp -L "$library" "$target"
done
echo secret > "$tree/etc/shadow"; echo secret > "$tree/root/key"; echo x > "$tree/usr/share/of-the-tree"
chmod 4755 "$tree/usr/bin/su"; chmod 2755 "$tree/usr/bin/wc"
chmod 777 "$tree/usr/share"; chmod 1777 "$tree/tmp"; chmod 666 "$tree/usr/share/of-the-tree"
mkfifo "$tree/usr/lib/pipe"
mknod "$tree/dev/null" c 1 3 2>&1 || true
mknod "$tree/usr/lib/disk" b 8 0 2>&1 || true
[ -z "\${FAIL-}" ]
`

const isRoot = process.getuid?.() === 0

/** @throws when the script fails; there is nothing at `root` then */
export const buildSystemTree = (root: string, env: Record<string, string> = {}): void => {
  const programs = `${root}.programs`
  mkdirSync(programs, { recursive: true })
  writeFileSync(join(programs, 'debootstrap'), DEBOOTSTRAP, { mode: 0o755 })
  const command = [...(isRoot ? [] : ['unshare', '--map-root-user']), 'bash', SCRIPT, root]
  execFileSync(command[0]!, command.slice(1), {
    env: { PATH: `${programs}:${process.env.PATH}`, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
