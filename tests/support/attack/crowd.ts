// Thousands of sockets at once, from many addresses of this machine.
import { connect, type Socket } from 'node:net'
import { eventually } from '../eventually.ts'

export type Member = { socket: Socket; answer: () => string; isOpen: () => boolean }

/** One of 127.0.1.1 to 127.0.50.200: ports of one address would run out. */
const sourceOf = (index: number) =>
  `127.0.${1 + (index % 50)}.${1 + (Math.floor(index / 50) % 200)}`

/** An address of the documentation's network for IPv6, another /64 for each index. */
export const visitorOf = (index: number) =>
  `2001:db8:${(index >> 16).toString(16)}:${(index & 0xffff).toString(16)}::1`

/** Connects and says `text`. Keeps only the beginning of what it hears. */
export const member = (port: number, index: number, text: string): Member => {
  const socket = connect({ port, host: '127.0.0.1', localAddress: sourceOf(index) })
  let answer = ''
  let isOpen = true
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    if (answer.length < 1000) answer += chunk
  })
  socket.on('error', () => socket.destroy())
  socket.once('close', () => {
    isOpen = false
  })
  socket.once('connect', () => socket.write(text, 'latin1'))
  return { socket, answer: () => answer, isOpen: () => isOpen }
}

/** A crowd of `size`, a few hundred more at a time: what a listening socket may have waiting is bounded. */
export const gather = async (
  port: number,
  size: number,
  textOf: (index: number) => string,
): Promise<Member[]> => {
  const members: Member[] = []
  while (members.length < size) {
    const more = Math.min(400, size - members.length)
    const wave = Array.from({ length: more }, (_, index) =>
      member(port, members.length + index, textOf(members.length + index)),
    )
    members.push(...wave)
    await eventually(
      'a wave is connected',
      () => wave.every(({ socket }) => !socket.connecting),
      20_000,
    )
  }
  return members
}
