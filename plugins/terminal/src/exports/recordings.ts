// For hosts whose own API tells of recordings: the published one of a demo, and its poster as data.
export { type PosterRun, posterRuns } from '../client/player/poster-nodes.ts'
export {
  type PlayedRecording,
  publishedRecording,
  recordingPath,
} from '../recordings/find.ts'
