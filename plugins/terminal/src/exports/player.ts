// The player of recordings for pages outside the admin: no framework, and no code of the admin.
export { CastPlayer, type PlayerScreen, type PlayerState } from '../client/player/cast-player.ts'
export {
  type OpenedPlayer,
  type OpenPlayerOptions,
  openPlayer,
} from '../client/player/open-player.ts'
export { showPoster } from '../client/player/poster-nodes.ts'
