// For jobs of hosts that come by the clock as the plugin's do, and survive a process that died in the middle of one.
export { nightlyTask as scheduledTask, renewJob } from '../jobs/nightly.ts'
