// Starts Payload with its jobs, once the admin knows every component of the config.
import { generateImportMap, getPayload } from 'payload'
import config from './payload.config.ts'

/** Ends the process when Payload cannot start. */
export const bootPayload = async (): Promise<void> => {
  try {
    await generateImportMap(await config, { log: false })
    await getPayload({ config, cron: true })
  } catch (error) {
    console.error('Payload cannot start.', error)
    process.exit(1)
  }
}
