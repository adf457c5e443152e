// Hosts of films that lie elsewhere: what they are called, and where a film of theirs is watched.
import type { BodyBlockOf } from './cms/shapes/body-blocks.ts'

export type HostedVideo = NonNullable<BodyBlockOf<'video'>['hosted']>

const HOSTS: Record<HostedVideo['host'], { name: string; address: (id: string) => string }> = {
  youtube: { name: 'YouTube', address: (id) => `https://www.youtube.com/watch?v=${id}` },
  vimeo: { name: 'Vimeo', address: (id) => `https://vimeo.com/${id}` },
}

export const watchedAt = ({ host, id }: HostedVideo): { name: string; href: string } => {
  const { name, address } = HOSTS[host]
  return { name, href: address(encodeURIComponent(id)) }
}
